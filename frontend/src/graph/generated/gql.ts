/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ActionPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id may state missing case { id } cases { kept } answers { asked coming maybe notComing heads } occasion { id invitations { id ...InvitationRow } ...ChangesOfOccasion } ...ActionView }\n    }\n  }\n": typeof types.ActionPageDocument,
    "\n  query ActionPlan($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id tasks { id doneAt ...TaskRow } ...PlanOfAction }\n    }\n  }\n": typeof types.ActionPlanDocument,
    "\n  query Actions($after: String) {\n    actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id state occasion { id startsAt endsAt } ...ActionSummary } } }\n  }\n": typeof types.ActionsDocument,
    "\n  query Calendar($range: CalendarRange!) {\n    calendar(range: $range) { ...CalendarEntries }\n  }\n": typeof types.CalendarDocument,
    "\n  query CaseOfCalendar($shortId: String!) {\n    case(shortId: $shortId) { id shortId }\n  }\n": typeof types.CaseOfCalendarDocument,
    "\n  query DatesToCall($id: ID!) { node(id: $id) { __typename ... on Organization { id ...DatesToCheck } } }\n": typeof types.DatesToCallDocument,
    "\n  query CasePage($shortId: String!) {\n    case(shortId: $shortId) {\n      id shortId may audience\n      client { id publicName }\n      whereabouts { facility { id } }\n      nextHearing { id occasion { id startsAt timeZone hourKnown } }\n      ...CaseHeader\n      ...EditableCase\n      ...HearingsOfCase\n      ...RepresentationOfCase\n      ...TeamOfCase\n      ...ActionsOfCase\n      tasks { id doneAt ...TaskRow }\n    }\n  }\n": typeof types.CasePageDocument,
    "\n  query CasePageClocks($shortId: String!) {\n    case(shortId: $shortId) { id ...DeadlinesOfCase ...BondOfCase ...ConsentsOfCase }\n  }\n": typeof types.CasePageClocksDocument,
    "\n  query CasePagePlaces($shortId: String!) {\n    case(shortId: $shortId) { id ...CustodyOfCase }\n  }\n": typeof types.CasePagePlacesDocument,
    "\n  query CasePageMore($shortId: String!) {\n    case(shortId: $shortId) {\n      id\n      ...TransferOfCase\n      ...CheckInsOfCase\n      ...DocumentsOfCase\n      ...CallsOfCase\n      ...VisitsOfCase\n      ...NotesOfCase\n      files { id }\n    }\n  }\n": typeof types.CasePageMoreDocument,
    "\n  query Feeds {\n    feeds { id revokedAt ...FeedRow }\n  }\n": typeof types.FeedsDocument,
    "\n  query MySpreadsheets { spreadsheets { id name state rows broughtAt } }\n": typeof types.MySpreadsheetsDocument,
    "\n  query Messages($caseId: ID, $occasionId: ID, $personId: ID, $progress: [NoticeProgress!], $kinds: [LetterKind!], $audiences: [Audience!], $channels: [Channel!], $dueFrom: DateTime, $dueUntil: DateTime, $after: String) {\n    notices(caseId: $caseId, occasionId: $occasionId, personId: $personId, progress: $progress, kinds: $kinds, audiences: $audiences, channels: $channels, dueFrom: $dueFrom, dueUntil: $dueUntil, first: 50, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...MessageRow } }\n    }\n  }\n": typeof types.MessagesDocument,
    "\n  query MessagesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id }\n  }\n": typeof types.MessagesOfCaseDocument,
    "\n  fragment MondayCase on Case {\n    id shortId tags\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    representedBy { id attorney { id name } }\n  }\n": typeof types.MondayCaseFragmentDoc,
    "\n  query MondayWeek($range: CalendarRange!) {\n    calendar(range: $range) {\n      occasion { id kind state startsAt timeZone hourKnown }\n      hearing { id dateStanding court { id name } }\n      case { id ...MondayCase }\n    }\n  }\n": typeof types.MondayWeekDocument,
    "\n  query MondayNoCounsel($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n": typeof types.MondayNoCounselDocument,
    "\n  query MondayNotConfirmed($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n": typeof types.MondayNotConfirmedDocument,
    "\n  query MondayHearing($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n": typeof types.MondayHearingDocument,
    "\n  query MovingHearing($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing { id case { id may } ...HearingRow }\n    }\n  }\n": typeof types.MovingHearingDocument,
    "\n  query PapersOfCase($shortId: String!) { case(shortId: $shortId) { id ...DocumentsOfCase } }\n": typeof types.PapersOfCaseDocument,
    "\n  query OperationPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Operation { id name place beganOn openedBy { id name } ...OperationCases }\n    }\n  }\n": typeof types.OperationPageDocument,
    "\n  query Operations {\n    operations { id name place beganOn cases { id } }\n  }\n": typeof types.OperationsDocument,
    "\n  query OrganizationPage {\n    viewer { may person { id } organization { id name phone timeZone kind ...Members ...Duty ...Shifts ...DatesToCheck ...Holds ...Kept } }\n  }\n": typeof types.OrganizationPageDocument,
    "\n  query FindCases($search: String!) {\n    cases(filter: { search: $search, includeClosed: true }, first: 8) {\n      edges { node { id shortId client { id publicName } may hearings { id occasion { id kind startsAt timeZone state } } } }\n    }\n  }\n": typeof types.FindCasesDocument,
    "\n  query FindPeople($search: String!) { people(search: $search, first: 5) { edges { node { id name kind office } } } }\n": typeof types.FindPeopleDocument,
    "\n  query FindCourts($search: String!) { courts(search: $search, first: 4) { id name city } }\n": typeof types.FindCourtsDocument,
    "\n  query FindFacilities($search: String!) { facilities(search: $search, first: 4) { id name city } }\n": typeof types.FindFacilitiesDocument,
    "\n  query FindActions { actions(first: 50) { edges { node { id title occasion { id startsAt timeZone } } } } }\n": typeof types.FindActionsDocument,
    "\n  query RecentCase($shortId: String!) { case(shortId: $shortId) { id shortId client { id publicName } } }\n": typeof types.RecentCaseDocument,
    "\n  query People($kinds: [PersonKind!], $search: String) {\n    people(kinds: $kinds, search: $search, first: 100) {\n      pageInfo { hasNextPage }\n      edges { node { id kind name office language ...WishesOf schedulerFor { id name } contacts { id channel address stopped bounced } } }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  query ReportHearingPage($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...CourtHearing } } }\n": typeof types.ReportHearingPageDocument,
    "\n  query RoomPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Occasion {\n        id kind state startsAt endsAt timeZone hourKnown placeName room\n        seating { id seats heldBack inOrder booked held listed }\n        attendance { id walkIns heads officials press letters saidInCourt incidents nextSteps reportedAt reportedBy { id name } }\n        companions { id kind places town leavesAt person { id name } joined { id } }\n        invitations { id state booked partySize came person { id name office } ...InvitationRow }\n      }\n    }\n  }\n": typeof types.RoomPageDocument,
    "\n  query StatementPage($shortId: String!) {\n    case(shortId: $shortId) { id shortId may }\n  }\n": typeof types.StatementPageDocument,
    "\n  query FeedsHere {\n    feeds { id revokedAt ...FeedRow }\n  }\n": typeof types.FeedsHereDocument,
    "\n  query Tasks($mine: Boolean!, $openOnly: Boolean!) {\n    tasks(mine: $mine, openOnly: $openOnly, first: 100) { pageInfo { hasNextPage } edges { node { id ...TaskRow } } }\n  }\n": typeof types.TasksDocument,
    "\n  query OnDutyToday {\n    viewer { may person { id } organization { id timeZone dutyRota { id startsAt endsAt person { id name } deputy { id name } } } }\n  }\n": typeof types.OnDutyTodayDocument,
    "\n  query HearingToCheck($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n": typeof types.HearingToCheckDocument,
    "\n  query TasksOfToday { tasks(mine: true, openOnly: true, first: 30) { pageInfo { hasNextPage } edges { node { id raisedBy ...TaskRow } } } }\n": typeof types.TasksOfTodayDocument,
    "\n  query CaseTogether($shortId: String!) {\n    case(shortId: $shortId) { id ...FamilyOfCase ...OperationOfCase }\n  }\n": typeof types.CaseTogetherDocument,
    "\n  query WhatHappenedPage {\n    viewer { may person { id } organization { id name kind whatHappened { quarter kinds { kind total ...KindShown } } } }\n  }\n": typeof types.WhatHappenedPageDocument,
    "\n  fragment ActionSummary on AdvocacyAction {\n    id kind state title missing unready hearingMoved\n    occasion { id startsAt timeZone placeName placeCity }\n    answers { asked coming heads }\n  }\n": typeof types.ActionSummaryFragmentDoc,
    "\n  mutation LayOutActionTasks($input: LayOutActionTasksInput!) {\n    layOutActionTasks(input: $input) { __typename ... on LayOutActionTasksPayload { action { id revision } } ... on UserError { message } }\n  }\n": typeof types.LayOutActionTasksDocument,
    "\n  fragment PlanOfAction on AdvocacyAction { id ...DayOfAction ...SafetyOfAction ...WordingsOfAction ...ReadyOfAction }\n": typeof types.PlanOfActionFragmentDoc,
    "\n  fragment ActionView on AdvocacyAction {\n    id revision kind state title statement nameForm audiences usesPhoto saidRevision hosts codeword followsHearing publishedAt calledOffAt callingOffReason missing may hearingMoved plannedByUs\n    case { id shortId client { id publicName } }\n    hearing { id }\n    lead { id name }\n    organization { id name }\n    occasion { id startsAt endsAt timeZone hourKnown wallStarts placeName placeStreet placeCity room courthouseRule { court code citation inForceFrom read says saysEs } ...DeliveryOf }\n    ...CounselsWord\n    ...CasesOfAction\n    answers { asked coming maybe notComing heads }\n    ...PublicPageOf\n  }\n": typeof types.ActionViewFragmentDoc,
    "\n  mutation PublishAction($input: PublishActionInput!) {\n    publishAction(input: $input) { __typename ... on PublishActionPayload { action { id ...ActionView } } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": typeof types.PublishActionDocument,
    "\n  mutation CallOffAction($input: CallOffActionInput!) {\n    callOffAction(input: $input) { __typename ... on CallOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": typeof types.CallOffActionDocument,
    "\n  mutation ReviseAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { signOffVoided action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReviseActionDocument,
    "\n  fragment ActionsOfCase on Case {\n    id may\n    hearings { id court { name } occasion { id kind state startsAt timeZone } }\n    actions { id ...ActionSummary }\n    sharedActions { id state title }\n  }\n": typeof types.ActionsOfCaseFragmentDoc,
    "\n  fragment CasesOfAction on AdvocacyAction {\n    id revision state saidRevision may\n    case { id }\n    cases { caseId shortId kept clear missing signed capacity }\n  }\n": typeof types.CasesOfActionFragmentDoc,
    "\n  query CaseOfAction($id: ID!) { node(id: $id) { __typename ... on Case { id shortId may client { id publicName } } } }\n": typeof types.CaseOfActionDocument,
    "\n  mutation AddCaseToAction($input: AddCaseToActionInput!) {\n    addCaseToAction(input: $input) { __typename ... on AddCaseToActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddCaseToActionDocument,
    "\n  mutation TakeCaseOffAction($input: TakeCaseOffActionInput!) {\n    takeCaseOffAction(input: $input) { __typename ... on TakeCaseOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": typeof types.TakeCaseOffActionDocument,
    "\n  mutation SignOffActionForCase($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": typeof types.SignOffActionForCaseDocument,
    "\n  mutation AnswerActionForCase($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AnswerActionForCaseDocument,
    "\n  fragment CounselsWord on AdvocacyAction {\n    id revision state title statement saidRevision may\n    case { id representedBy { id state } }\n    cases { kept signed }\n    signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } }\n    counselAnswers { id said saidRevision title statement discussedOn givenAt takenOverAt current attorney { id name } }\n    changedSinceSignOff { since title { kept text } statement { kept text } further { kept text } nameFormBefore nameForm audiencesBefore audiences usesPhotoBefore usesPhoto }\n    embargoes { field until }\n  }\n": typeof types.CounselsWordFragmentDoc,
    "\n  mutation SignOffAction($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": typeof types.SignOffActionDocument,
    "\n  mutation AskCounsel($input: AskCounselInput!) {\n    askCounsel(input: $input) { __typename ... on AskCounselPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": typeof types.AskCounselDocument,
    "\n  mutation AnswerAction($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AnswerActionDocument,
    "\n  mutation TakeOverWords($input: TakeOverWordsInput!) {\n    takeOverWords(input: $input) { __typename ... on TakeOverWordsPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": typeof types.TakeOverWordsDocument,
    "\n  mutation ConfirmSignOffs($input: ConfirmSignOffsInput!) {\n    confirmSignOffs(input: $input) { __typename ... on ConfirmSignOffsPayload { actions { id revision state missing signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } } } } ... on UserError { message } }\n  }\n": typeof types.ConfirmSignOffsDocument,
    "\n  mutation EmbargoAction($input: EmbargoActionInput!) {\n    embargoAction(input: $input) { __typename ... on EmbargoActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.EmbargoActionDocument,
    "\n  fragment DayOfAction on AdvocacyAction { id revision kind spokespeople pressContact runOfShow languages accessibility link lettersDueOn lead { id name } }\n": typeof types.DayOfActionFragmentDoc,
    "\n  mutation ArrangeTheDay($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id ...DayOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ArrangeTheDayDocument,
    "\n  mutation DraftAction($input: DraftActionInput!) {\n    draftAction(input: $input) { __typename ... on DraftActionPayload { action { id ...ActionSummary } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.DraftActionDocument,
    "\n  mutation AnswerHearingMove($input: AnswerHearingMoveInput!) {\n    answerHearingMove(input: $input) { __typename ... on AnswerHearingMovePayload { action { id revision hearingMoved state } } ... on UserError { message } }\n  }\n": typeof types.AnswerHearingMoveDocument,
    "\n  query MovingAction($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id revision title state may followsHearing hearing { id } answers { asked coming maybe } occasion { id startsAt wallStarts timeZone hourKnown } }\n    }\n  }\n": typeof types.MovingActionDocument,
    "\n  mutation MoveAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id revision followsHearing occasion { id sequence startsAt endsAt wallStarts hourKnown } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.MoveActionDocument,
    "\n  fragment PublicPageOf on AdvocacyAction {\n    id revision may publicPage { standing url posterUrl language }\n  }\n": typeof types.PublicPageOfFragmentDoc,
    "\n  mutation EditPublicPage($input: EditPublicPageInput!) {\n    editPublicPage(input: $input) { __typename ... on EditPublicPagePayload { action { id ...PublicPageOf } } ... on UserError { message } }\n  }\n": typeof types.EditPublicPageDocument,
    "\n  fragment ReadyOfAction on AdvocacyAction {\n    id unready\n    warnings { what where words }\n    clashes { kind startsAt timeZone }\n  }\n": typeof types.ReadyOfActionFragmentDoc,
    "\n  fragment SafetyOfAction on AdvocacyAction {\n    id\n    safetyPlan { id revision marshals medics legalObservers policeLiaison noPoliceLiaison legalSupportNumber counterProtest weather stopRule }\n  }\n": typeof types.SafetyOfActionFragmentDoc,
    "\n  mutation WriteSafetyPlan($input: WriteSafetyPlanInput!) {\n    writeSafetyPlan(input: $input) { __typename ... on WriteSafetyPlanPayload { action { id ...SafetyOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.WriteSafetyPlanDocument,
    "\n  query SignOffsWaiting {\n    actions(states: [DRAFT], first: 20) {\n      edges { node { id title statement may signOffs { id current } counselAnswers { id current } case { id shortId } occasion { id kind startsAt timeZone hourKnown } ...CounselsWord } }\n    }\n  }\n": typeof types.SignOffsWaitingDocument,
    "\n  fragment WordingsOfAction on AdvocacyAction { id revision wordings { id kind language body } }\n": typeof types.WordingsOfActionFragmentDoc,
    "\n  mutation DraftWording($input: DraftWordingInput!) {\n    draftWording(input: $input) { __typename ... on DraftWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on UserError { message } }\n  }\n": typeof types.DraftWordingDocument,
    "\n  mutation WriteWording($input: WriteWordingInput!) {\n    writeWording(input: $input) { __typename ... on WriteWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.WriteWordingDocument,
    "\n  mutation RecordAppearance($input: RecordAppearanceInput!) {\n    recordAppearance(input: $input) { __typename ... on RecordAppearancePayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordAppearanceDocument,
    "\n  mutation AskWithdrawal($input: AskWithdrawalInput!) {\n    askWithdrawal(input: $input) { __typename ... on AskWithdrawalPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AskWithdrawalDocument,
    "\n  mutation RecordWithdrawalDecision($input: RecordWithdrawalDecisionInput!) {\n    recordWithdrawalDecision(input: $input) { __typename ... on RecordWithdrawalDecisionPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordWithdrawalDecisionDocument,
    "\n  query AttorneyRecorded($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id name\n        attorney { qualification barStates goodStanding eoirRegistered accreditation accreditedUntil statementFiled admittedCourts languages openToOffers mostCases hoursAMonth places remote interests wantsMentor supervisor { id } mentor { id } conflictsContact { id } }\n      }\n    }\n  }\n": typeof types.AttorneyRecordedDocument,
    "\n  mutation RecordAttorney($input: RecordAttorneyInput!) {\n    recordAttorney(input: $input) { __typename ... on RecordAttorneyPayload { person { id attorney { qualification languages openToOffers } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordAttorneyDocument,
    "\n  mutation SendConflictSheet($input: SendConflictSheetInput!) {\n    sendConflictSheet(input: $input) { __typename ... on SendConflictSheetPayload { sheet { id found answer contact { id name } } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n": typeof types.SendConflictSheetDocument,
    "\n  query ConflictNames($after: String) {\n    conflictNames(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id side name } } }\n  }\n": typeof types.ConflictNamesDocument,
    "\n  mutation AddConflictNames($input: AddConflictNamesInput!) {\n    addConflictNames(input: $input) { __typename ... on AddConflictNamesPayload { added } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddConflictNamesDocument,
    "\n  mutation RemoveConflictNames($input: RemoveConflictNamesInput!) {\n    removeConflictNames(input: $input) { __typename ... on RemoveConflictNamesPayload { removed } ... on UserError { message } }\n  }\n": typeof types.RemoveConflictNamesDocument,
    "\n  query ConflictSheets {\n    conflictSheets { id revision sentAt openUntil found answer answeredAt closedAt attorney { id name } askedBy { id name } contents { names relatives employers adverseParties } }\n  }\n": typeof types.ConflictSheetsDocument,
    "\n  mutation AnswerConflictSheet($input: AnswerConflictSheetInput!) {\n    answerConflictSheet(input: $input) { __typename ... on AnswerConflictSheetPayload { sheet { id revision answer answeredAt closedAt contents { names relatives employers adverseParties } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AnswerConflictSheetDocument,
    "\n  mutation OfferAssignments($input: OfferAssignmentsInput!) {\n    offerAssignments(input: $input) { __typename ... on OfferAssignmentsPayload { assignments { id } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n": typeof types.OfferAssignmentsDocument,
    "\n  query BeforeOffering($caseId: ID!) {\n    node(id: $caseId) {\n      __typename\n      ... on Case { id shortId client { id publicName language } nextHearing { id occasion { id kind startsAt timeZone hourKnown } court { id name } } leadOrganization { id name } consents { id purpose standing } team { id person { id } } }\n    }\n  }\n": typeof types.BeforeOfferingDocument,
    "\n  query CaseToOffer($id: ID!) {\n    node(id: $id) { __typename ... on Case { id may proceedings { id kind } assignments { id state lapsed expiresAt attorney { id name } } } }\n  }\n": typeof types.CaseToOfferDocument,
    "\n  query Offers {\n    offers { id revision scope state blurb offer { language region country minor court track remote hours expiresAt nextHearingKind nextHearingDate blurb } }\n  }\n": typeof types.OffersDocument,
    "\n  mutation AcceptAssignment($input: AcceptAssignmentInput!) {\n    acceptAssignment(input: $input) { __typename ... on AcceptAssignmentPayload { assignment { id revision state } case { id shortId } } ... on UserError { message } }\n  }\n": typeof types.AcceptAssignmentDocument,
    "\n  mutation DeclineAssignment($input: DeclineAssignmentInput!) {\n    declineAssignment(input: $input) { __typename ... on DeclineAssignmentPayload { assignment { id revision state } } ... on UserError { message } }\n  }\n": typeof types.DeclineAssignmentDocument,
    "\n  fragment RepresentationOfCase on Case {\n    id may\n    proceedings { id kind }\n    assignments {\n      id revision scope state lapsed offeredAt expiresAt engagedAt ofRecordAt answeredAt endedAt\n      attorney { id name } organization { id name } proceeding { id kind }\n      appearances { id revision form formScope primary ofRecord allows citation enteredAt withdrawalAskedAt endedAt proceeding { id kind } }\n      sheets { id sentAt found answer answeredAt closedAt question contact { id name } }\n    }\n  }\n": typeof types.RepresentationOfCaseFragmentDoc,
    "\n  mutation WithdrawAssignment($input: WithdrawAssignmentInput!) {\n    withdrawAssignment(input: $input) { __typename ... on WithdrawAssignmentPayload { assignment { id revision state } case { id ...RepresentationOfCase } } ... on UserError { message } }\n  }\n": typeof types.WithdrawAssignmentDocument,
    "\n  mutation SeatColleague($input: SeatColleagueInput!) {\n    seatColleague(input: $input) { __typename ... on SeatColleaguePayload { member { id } case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SeatColleagueDocument,
    "\n  mutation GiveConsentToSeekCounsel($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { consent { id standing } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.GiveConsentToSeekCounselDocument,
    "\n  query SuggestCounsel($caseId: ID!) {\n    suggestCounsel(caseId: $caseId) {\n      __typename\n      ... on CounselSuggestions { suggestions { person { id name } mayAppear citation because against } }\n      ... on UserError { message }\n    }\n  }\n": typeof types.SuggestCounselDocument,
    "\n  mutation ReportAttendance($input: ReportAttendanceInput!) {\n    reportAttendance(input: $input) { __typename ... on ReportAttendancePayload { occasion { id attendance { id revision } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReportAttendanceDocument,
    "\n  mutation PairCompanions($input: PairCompanionsInput!) {\n    pairCompanions(input: $input) { __typename ... on PairCompanionsPayload { companion { id joined { id } } } ... on UserError { message } }\n  }\n": typeof types.PairCompanionsDocument,
    "\n  mutation ArrangeSeats($input: ArrangeSeatsInput!) {\n    arrangeSeats(input: $input) { __typename ... on ArrangeSeatsPayload { occasion { id seating { id seats heldBack inOrder booked held listed } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ArrangeSeatsDocument,
    "\n  query Availability($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person { id attorney { revision openToOffers mostCases remote languages interests halfDays barStates admittedCourts eoirRegistered absences { id firstDay lastDay } } }\n    }\n  }\n": typeof types.AvailabilityDocument,
    "\n  mutation SayAvailability($input: SayAvailabilityInput!) {\n    sayAvailability(input: $input) { __typename ... on SayAvailabilityPayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SayAvailabilityDocument,
    "\n  mutation RecordAbsence($input: RecordAbsenceInput!) {\n    recordAbsence(input: $input) { __typename ... on RecordAbsencePayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordAbsenceDocument,
    "\n  mutation TakeBackAbsence($input: TakeBackAbsenceInput!) {\n    takeBackAbsence(input: $input) { __typename ... on TakeBackAbsencePayload { person { id } } ... on UserError { message } }\n  }\n": typeof types.TakeBackAbsenceDocument,
    "\n  query BondLaw($shortId: String!, $asOf: Date) {\n    case(shortId: $shortId) {\n      id may\n      bondGrounds { basis entry charges }\n      bondEligibility(asOf: $asOf) {\n        asOf facility state district circuit stance gaps narrowed\n        arguments { key side sentence citation inForceFrom dayKnown ifTheirs status read unverified }\n        burden { on sentence citation read unverified }\n      }\n    }\n  }\n": typeof types.BondLawDocument,
    "\n  mutation RecordBondGrounds($input: RecordBondGroundsInput!) {\n    recordBondGrounds(input: $input) { __typename ... on RecordBondGroundsPayload { case { id bondGrounds { basis entry charges } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordBondGroundsDocument,
    "\n  fragment BondOfCase on Case {\n    id shortId may custodyStatus\n    bondAmount { amount }\n    bondFund { link }\n    bond {\n      id revision stage nextStages\n      steps { number stage on source recordedAt recordedBy { id name } undoneAt dhsCustody dhsAmount judgeOrder amount reservesAppeal appealedBy obligorKind obligor receipt details }\n      clocks { kind runsFrom length counting due state authority verified }\n    }\n  }\n": typeof types.BondOfCaseFragmentDoc,
    "\n  mutation UndoBondStage($input: UndoBondStageInput!) {\n    undoBondStage(input: $input) { __typename ... on UndoBondStagePayload { case { id ...BondOfCase } } ... on UserError { message } }\n  }\n": typeof types.UndoBondStageDocument,
    "\n  mutation NameBondFund($input: NameBondFundInput!) {\n    nameBondFund(input: $input) { __typename ... on NameBondFundPayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.NameBondFundDocument,
    "\n  mutation RecordBondStage($input: RecordBondStageInput!) {\n    recordBondStage(input: $input) { __typename ... on RecordBondStagePayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordBondStageDocument,
    "\n  query DateCard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing {\n        id judge dateStanding closedToPublic location { id name street city state }\n        occasion { id medium room joinUrl placeStreet placeCity }\n        case { id may representedBy { id state attorney { id name } } }\n      }\n      ... on AdvocacyAction { id may state answers { asked coming } occasion { id medium room placeStreet placeCity } }\n      ... on Occasion { id medium room placeStreet placeCity }\n    }\n  }\n": typeof types.DateCardDocument,
    "\n  query CalendarAttorneys {\n    attorneys { id name }\n  }\n": typeof types.CalendarAttorneysDocument,
    "\n  query CalendarCases($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n": typeof types.CalendarCasesDocument,
    "\n  fragment CalendarEntries on CalendarEntry {\n    occasion { id kind state startsAt endsAt wallStarts timeZone hourKnown room placeName }\n    hearing { id court { id name } proceeding { id kind } }\n    action { id title plannedByUs }\n    case { id shortId audience client { id publicName } }\n  }\n": typeof types.CalendarEntriesFragmentDoc,
    "\n  fragment CallsOfCase on Case {\n    id may\n    callLog { id calledAt callerName caller { id name } told takenBy { id name } followUp { id title doneAt } }\n  }\n": typeof types.CallsOfCaseFragmentDoc,
    "\n  mutation LogCall($input: LogCallInput!) {\n    logCall(input: $input) { __typename ... on LogCallPayload { case { id ...CallsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.LogCallDocument,
    "\n  query CallQueue {\n    unconfirmedChanges {\n      id kind wasStartsAt wasTimeZone wasHourKnown\n      case { id shortId }\n      occasion { id kind state startsAt timeZone hourKnown }\n      acknowledgements { id audience state dueBy callOutcome calledAt calledBy { name } person { id name } }\n    }\n  }\n": typeof types.CallQueueDocument,
    "\n  query NumberToCall($id: ID!) {\n    node(id: $id) { __typename ... on Person { id language contacts { id channel address stopped bounced } } }\n  }\n": typeof types.NumberToCallDocument,
    "\n  query FileToMerge($id: ID!) {\n    node(id: $id) { __typename ... on Case { id shortId priority client { id publicName hasPublicName legalName aNumbers birthDate countryOfBirth nationality gender language } } }\n  }\n": typeof types.FileToMergeDocument,
    "\n  mutation BreakGlass($input: BreakGlassInput!) {\n    breakGlass(input: $input) { __typename ... on BreakGlassPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.BreakGlassDocument,
    "\n  query BoardGroups($filter: CaseFilter, $order: CaseOrder, $by: CaseGrouping, $backwards: Boolean!) {\n    boardGroups(filter: $filter, order: $order, by: $by, backwards: $backwards) { key count name landmarks }\n  }\n": typeof types.BoardGroupsDocument,
    "\n  query BoardHeldAt($id: ID!) { node(id: $id) { __typename ... on Facility { id name } } }\n": typeof types.BoardHeldAtDocument,
    "\n  fragment CaseHeader on Case {\n    id shortId stage custodyStatus priority noPublicity onHold missing reach audience openedAt tags\n    client { id publicName legalName aNumbers aliases birthDate language countryOfBirth minor identityShown }\n    coordinator { id name }\n    leadOrganization { id name }\n    whereNow { id source confidence checkedAt facility { id name city state } }\n    whereabouts { confidence checkedAt facility { id name city state } }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id state attorney { id name } }\n    mergedInto { id shortId }\n    ...MergesOfCase\n  }\n": typeof types.CaseHeaderFragmentDoc,
    "\n  fragment EditableCase on Case {\n    id revision may stage priority noPublicity onHold audience tags\n    client { id publicName hasPublicName legalName aNumbers aliases birthDate countryOfBirth nationality gender language minor identityShown }\n    coordinator { id name }\n  }\n": typeof types.EditableCaseFragmentDoc,
    "\n  mutation CloseCase($input: CloseCaseInput!) {\n    closeCase(input: $input) { __typename ... on CloseCasePayload { case { id ...CaseHeader ...EditableCase } } ... on UserError { message } }\n  }\n": typeof types.CloseCaseDocument,
    "\n  mutation ShareCase($input: ShareCaseInput!) {\n    shareCase(input: $input) { __typename ... on ShareCasePayload { case { id } } ... on UserError { message } }\n  }\n": typeof types.ShareCaseDocument,
    "\n  mutation UpdateCase($input: UpdateCaseInput!) {\n    updateCase(input: $input) { __typename ... on UpdateCasePayload { case { id ...CaseHeader ...EditableCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.UpdateCaseDocument,
    "\n  mutation EraseCase($input: EraseCaseInput!) {\n    eraseCase(input: $input) { __typename ... on EraseCasePayload { shortId } ... on UserError { message } }\n  }\n": typeof types.EraseCaseDocument,
    "\n  fragment MergesOfCase on Case {\n    id may\n    mergedInto { id shortId }\n    merges { id mergedAt undoneAt mergedCase { id shortId } mergedBy { id name } }\n  }\n": typeof types.MergesOfCaseFragmentDoc,
    "\n  mutation MergeCases($input: MergeCasesInput!) {\n    mergeCases(input: $input) { __typename ... on MergeCasesPayload { case { id ...CaseHeader } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.MergeCasesDocument,
    "\n  mutation UndoMerge($input: UndoMergeInput!) {\n    undoMerge(input: $input) { __typename ... on UndoMergePayload { case { id ...CaseHeader } mergedCase { id shortId } } ... on UserError { message } }\n  }\n": typeof types.UndoMergeDocument,
    "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) { __typename ... on SaveViewPayload { savedView { id revision name address } organization { id savedViews { id } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SaveViewDocument,
    "\n  mutation TakeInCase($input: TakeInCaseInput!) {\n    takeInCase(input: $input) {\n      __typename\n      ... on TakeInCasePayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": typeof types.TakeInCaseDocument,
    "\n  query PossibleMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n": typeof types.PossibleMatchesDocument,
    "\n  query SavedViews {\n    viewer { organization { id savedViews { id revision name address shared mine favourite opensWith savedBy { id name } } } }\n  }\n": typeof types.SavedViewsDocument,
    "\n  mutation ShareView($input: ShareViewInput!) {\n    shareView(input: $input) { __typename ... on ShareViewPayload { savedView { id revision shared } } ... on UserError { message } }\n  }\n": typeof types.ShareViewDocument,
    "\n  mutation RemoveView($input: RemoveViewInput!) {\n    removeView(input: $input) { __typename ... on RemoveViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n": typeof types.RemoveViewDocument,
    "\n  mutation PutBackView($input: PutBackViewInput!) {\n    putBackView(input: $input) { __typename ... on PutBackViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n": typeof types.PutBackViewDocument,
    "\n  mutation MarkView($input: MarkViewInput!) {\n    markView(input: $input) { __typename ... on MarkViewPayload { savedView { id favourite opensWith } organization { id savedViews { id opensWith } } } ... on UserError { message } }\n  }\n": typeof types.MarkViewDocument,
    "\n  query CaseStory($shortId: String!, $after: String) {\n    case(shortId: $shortId) {\n      id\n      story(first: 50, after: $after) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { key kind at day timeZone ahead what state outcome audience place name dueOn } }\n      }\n    }\n  }\n": typeof types.CaseStoryDocument,
    "\n  query TrailPeople($shortId: String!) {\n    case(shortId: $shortId) { id coordinator { id name } team { id person { id name } } }\n  }\n": typeof types.TrailPeopleDocument,
    "\n  query CaseTrail($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason } }\n      }\n    }\n  }\n": typeof types.CaseTrailDocument,
    "\n  query TrailChanges($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason changes } }\n      }\n    }\n  }\n": typeof types.TrailChangesDocument,
    "\n  fragment BoardRow on Case {\n    id shortId revision stage custodyStatus priority noPublicity missing reach audience tags openedAt\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    whereNow { id facility { id name city state } }\n    nextOccasion { id kind startsAt timeZone hourKnown }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id attorney { id name } }\n  }\n": typeof types.BoardRowFragmentDoc,
    "\n  query BoardWindow($filter: CaseFilter, $order: CaseOrder, $backwards: Boolean!, $after: String) {\n    cases(filter: $filter, order: $order, backwards: $backwards, first: 50, after: $after) {\n      edges { node { id ...BoardRow } }\n    }\n  }\n": typeof types.BoardWindowDocument,
    "\n  query ChooseColleague {\n    viewer { organization { id members { role person { id name } } } }\n  }\n": typeof types.ChooseColleagueDocument,
    "\n  mutation UpdateCases($input: UpdateCasesInput!) {\n    updateCases(input: $input) {\n      __typename\n      ... on UpdateCasesPayload {\n        changed { case { id shortId revision stage priority tags coordinator { id name } } back { caseId expectedRevision stage priority coordinatorId nobody addTags removeTags } }\n        notChanged { caseId message }\n      }\n      ... on UserError { message }\n    }\n  }\n": typeof types.UpdateCasesDocument,
    "\n  query WhoChangedCase($shortId: String!) {\n    case(shortId: $shortId) { id revision stage priority tags coordinator { id name } trail(first: 10) { edges { node { seq by act } } } }\n  }\n": typeof types.WhoChangedCaseDocument,
    "\n  query ChangesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id may hearings { id occasion { id ...ChangesOfOccasion } } }\n  }\n": typeof types.ChangesOfCaseDocument,
    "\n  fragment ChangesOfOccasion on Occasion {\n    id kind state sequence startsAt endsAt timeZone hourKnown\n    openChanges {\n      id kind sequence at wasStartsAt wasTimeZone wasHourKnown told delivered confirmed owing crowdTold crowdDelivered crowdConfirmed\n      by { id name }\n      mine { id }\n      acknowledgements {\n        id audience state dueBy acknowledgedAt how callOutcome calledAt channels reachable\n        person { id name } calledBy { name } replacedBy { name }\n        escalations { rung at undelivered called }\n      }\n    }\n  }\n": typeof types.ChangesOfOccasionFragmentDoc,
    "\n  mutation AcknowledgeChange($input: AcknowledgeChangeInput!) {\n    acknowledgeChange(input: $input) { __typename ... on AcknowledgeChangePayload { occasion { id ...ChangesOfOccasion } } ... on UserError { message } }\n  }\n": typeof types.AcknowledgeChangeDocument,
    "\n  mutation RecordReached($input: RecordReachedInput!) {\n    recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordReachedDocument,
    "\n  mutation ResendChange($input: ResendChangeInput!) {\n    resendChange(input: $input) { __typename ... on ResendChangePayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ResendChangeDocument,
    "\n  query UnconfirmedChanges {\n    unconfirmedChanges {\n      id kind told confirmed owing\n      case { id shortId }\n      occasion { id kind startsAt timeZone hourKnown }\n      acknowledgements { id state person { id name } }\n    }\n  }\n": typeof types.UnconfirmedChangesDocument,
    "\n  fragment CheckInsOfCase on Case {\n    id may custodyStatus\n    supervisions { id revision kind terms beganAt endedAt }\n    checkIns { id revision office outcome occasion { id state startsAt timeZone hourKnown placeName } accompaniers { id revision state person { id name } } }\n  }\n": typeof types.CheckInsOfCaseFragmentDoc,
    "\n  mutation RecordSupervision($input: RecordSupervisionInput!) {\n    recordSupervision(input: $input) { __typename ... on RecordSupervisionPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordSupervisionDocument,
    "\n  mutation ScheduleCheckIn($input: ScheduleCheckInInput!) {\n    scheduleCheckIn(input: $input) { __typename ... on ScheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ScheduleCheckInDocument,
    "\n  mutation RescheduleCheckIn($input: RescheduleCheckInInput!) {\n    rescheduleCheckIn(input: $input) { __typename ... on RescheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RescheduleCheckInDocument,
    "\n  mutation CancelCheckIn($input: CancelCheckInInput!) {\n    cancelCheckIn(input: $input) { __typename ... on CancelCheckInPayload { case { id ...CheckInsOfCase } } ... on UserError { message } }\n  }\n": typeof types.CancelCheckInDocument,
    "\n  mutation ReportCheckIn($input: ReportCheckInInput!) {\n    reportCheckIn(input: $input) { __typename ... on ReportCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReportCheckInDocument,
    "\n  mutation NameAccompanier($input: NameAccompanierInput!) {\n    nameAccompanier(input: $input) { __typename ... on NameAccompanierPayload { case { id ...CheckInsOfCase } } ... on NotCleared { missing } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.NameAccompanierDocument,
    "\n  mutation BlurPicture($input: BlurPictureInput!) {\n    blurPicture(input: $input) { __typename ... on BlurPicturePayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.BlurPictureDocument,
    "\n  query SightingDesks {\n    sightingDesks { handle supportPhone closedAt organization { id } shares { partner { id name } } }\n  }\n": typeof types.SightingDesksDocument,
    "\n  mutation OpenSightingDesk($input: OpenSightingDeskInput!) {\n    openSightingDesk(input: $input) { __typename ... on OpenSightingDeskPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.OpenSightingDeskDocument,
    "\n  mutation CloseSightingDesk($input: CloseSightingDeskInput!) {\n    closeSightingDesk(input: $input) { __typename ... on CloseSightingDeskPayload { desk { handle } } ... on UserError { message } }\n  }\n": typeof types.CloseSightingDeskDocument,
    "\n  mutation ShareSightings($input: ShareSightingsInput!) {\n    shareSightings(input: $input) { __typename ... on ShareSightingsPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ShareSightingsDocument,
    "\n  mutation StopSharingSightings($input: StopSharingSightingsInput!) {\n    stopSharingSightings(input: $input) { __typename ... on StopSharingSightingsPayload { desk { handle } } ... on UserError { message } }\n  }\n": typeof types.StopSharingSightingsDocument,
    "\n  query ListedGroups {\n    listedGroups { id revision name works towns languages phone note checkedOn }\n  }\n": typeof types.ListedGroupsDocument,
    "\n  query Referrals {\n    referrals { id whom need agreement referredAt group { id name } referredBy { id name } }\n  }\n": typeof types.ReferralsDocument,
    "\n  mutation ListGroup($input: ListGroupInput!) {\n    listGroup(input: $input) { __typename ... on ListGroupPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ListGroupDocument,
    "\n  mutation CorrectListing($input: CorrectListingInput!) {\n    correctListing(input: $input) { __typename ... on CorrectListingPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CorrectListingDocument,
    "\n  mutation DelistGroup($input: DelistGroupInput!) {\n    delistGroup(input: $input) { __typename ... on DelistGroupPayload { groupId } ... on UserError { message } }\n  }\n": typeof types.DelistGroupDocument,
    "\n  mutation ReferPerson($input: ReferPersonInput!) {\n    referPerson(input: $input) { __typename ... on ReferPersonPayload { referral { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReferPersonDocument,
    "\n  fragment SightingFacts on Sighting {\n    id kind state seenAt timeZone town place howMany what withheld heldAt\n    organization { id name }\n    pictures { id blurredAt address }\n  }\n": typeof types.SightingFactsFragmentDoc,
    "\n  query Responders {\n    responders { id revision towns days onCallFrom onCallUntil timeZone person { id name } }\n  }\n": typeof types.RespondersDocument,
    "\n  mutation EnlistResponder($input: EnlistResponderInput!) {\n    enlistResponder(input: $input) { __typename ... on EnlistResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.EnlistResponderDocument,
    "\n  mutation ChangeResponder($input: ChangeResponderInput!) {\n    changeResponder(input: $input) { __typename ... on ChangeResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ChangeResponderDocument,
    "\n  mutation DismissResponder($input: DismissResponderInput!) {\n    dismissResponder(input: $input) { __typename ... on DismissResponderPayload { responder { id } } ... on UserError { message } }\n  }\n": typeof types.DismissResponderDocument,
    "\n  query Schools {\n    schools { id revision name town contactName contactPhone whoToCall plan reviewedOn }\n  }\n": typeof types.SchoolsDocument,
    "\n  mutation KeepSchool($input: KeepSchoolInput!) {\n    keepSchool(input: $input) { __typename ... on KeepSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.KeepSchoolDocument,
    "\n  mutation CorrectSchool($input: CorrectSchoolInput!) {\n    correctSchool(input: $input) { __typename ... on CorrectSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CorrectSchoolDocument,
    "\n  mutation DropSchool($input: DropSchoolInput!) {\n    dropSchool(input: $input) { __typename ... on DropSchoolPayload { schoolId } ... on UserError { message } }\n  }\n": typeof types.DropSchoolDocument,
    "\n  fragment ConfirmedSighting on Sighting {\n    id ...SightingFacts\n    reporter { name contact language legalMayAsk }\n    account { place howMany what }\n  }\n": typeof types.ConfirmedSightingFragmentDoc,
    "\n  query Sightings {\n    sightings { id ...ConfirmedSighting }\n  }\n": typeof types.SightingsDocument,
    "\n  mutation TakeInSighting($input: TakeInSightingInput!) {\n    takeInSighting(input: $input) { __typename ... on TakeInSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.TakeInSightingDocument,
    "\n  mutation RecordIncidentOfSighting($input: RecordIncidentOfSightingInput!) {\n    recordIncidentOfSighting(input: $input) { __typename ... on RecordIncidentOfSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordIncidentOfSightingDocument,
    "\n  fragment SightingToVerify on Sighting {\n    id revision state toldAt heldAt town\n    ...SightingFacts\n    recordedBy { id name }\n    account { place howMany what }\n    reporter { name contact language legalMayAsk }\n    pictures { id revision blurredAt address }\n    dispatches { id state person { id name } }\n  }\n": typeof types.SightingToVerifyFragmentDoc,
    "\n  query SightingsToVerify {\n    sightingsToVerify { id ...SightingToVerify }\n  }\n": typeof types.SightingsToVerifyDocument,
    "\n  mutation ConfirmSighting($input: ConfirmSightingInput!) {\n    confirmSighting(input: $input) { __typename ... on ConfirmSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ConfirmSightingDocument,
    "\n  mutation MarkSightingUnfounded($input: MarkSightingUnfoundedInput!) {\n    markSightingUnfounded(input: $input) { __typename ... on MarkSightingUnfoundedPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n": typeof types.MarkSightingUnfoundedDocument,
    "\n  mutation HoldSighting($input: HoldSightingInput!) {\n    holdSighting(input: $input) { __typename ... on HoldSightingPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n": typeof types.HoldSightingDocument,
    "\n  mutation DispatchResponders($input: DispatchRespondersInput!) {\n    dispatchResponders(input: $input) { __typename ... on DispatchRespondersPayload { called sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.DispatchRespondersDocument,
    "\n  mutation RecordSighting($input: RecordSightingInput!) {\n    recordSighting(input: $input) { __typename ... on RecordSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordSightingDocument,
    "\n  fragment ConsentsOfCase on Case {\n    id may\n    client { id language }\n    safeguard { doubtedSince why doubtedBy { id name } }\n    consentInterviews { id officials courtroom press photo fullName givenBy heard language interpreter witness relayedBy script guardianAdverse askedAt recordedBy { id name } }\n    ...RetractionsOfCase\n    consents { id revision purpose audience channel nameForm place photo story bond state standing givenBy heard confirmedAt confirmedIn givenAt expiresAt endedAt recordedBy { id name } confirmedBy { id name } }\n  }\n": typeof types.ConsentsOfCaseFragmentDoc,
    "\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.GiveConsentDocument,
    "\n  mutation ConfirmConsent($input: ConfirmConsentInput!) {\n    confirmConsent(input: $input) { __typename ... on ConfirmConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ConfirmConsentDocument,
    "\n  mutation PauseConsent($input: PauseConsentInput!) {\n    pauseConsent(input: $input) { __typename ... on PauseConsentPayload { calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.PauseConsentDocument,
    "\n  mutation ResumeConsent($input: ResumeConsentInput!) {\n    resumeConsent(input: $input) { __typename ... on ResumeConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ResumeConsentDocument,
    "\n  mutation DoubtCapacity($input: DoubtCapacityInput!) {\n    doubtCapacity(input: $input) { __typename ... on DoubtCapacityPayload { case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.DoubtCapacityDocument,
    "\n  mutation NarrowConsent($input: NarrowConsentInput!) {\n    narrowConsent(input: $input) { __typename ... on NarrowConsentPayload { consent { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.NarrowConsentDocument,
    "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { __typename ... on WithdrawConsentPayload { cannotBeRecalled calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.WithdrawConsentDocument,
    "\n  mutation RecordConsentInterview($input: RecordConsentInterviewInput!) {\n    recordConsentInterview(input: $input) { __typename ... on RecordConsentInterviewPayload { consents { id state } case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordConsentInterviewDocument,
    "\n  fragment RetractionsOfCase on Case {\n    id\n    retractions { id revision kind audience messages toldAt answer person { id name } caller { id name } toldBy { id name } action { id title } }\n  }\n": typeof types.RetractionsOfCaseFragmentDoc,
    "\n  mutation TickOffRetraction($input: TickOffRetractionInput!) {\n    tickOffRetraction(input: $input) { __typename ... on TickOffRetractionPayload { case { id ...RetractionsOfCase } } ... on UserError { message } }\n  }\n": typeof types.TickOffRetractionDocument,
    "\n  fragment CourtHearing on Hearing {\n    id revision reportedAt\n    case { id shortId may client { id publicName } coordinator { id name } leadOrganization { id phone } }\n    occasion { id kind state startsAt endsAt timeZone hourKnown placeName placeStreet placeCity room medium joinUrl }\n  }\n": typeof types.CourtHearingFragmentDoc,
    "\n  query MyDates($range: CalendarRange!) { calendar(range: $range) { hearing { id ...CourtHearing } } }\n": typeof types.MyDatesDocument,
    "\n  fragment CustodyOfCase on Case {\n    id may custodyStatus reach\n    whereNow { id }\n    custody { id place bookedInAt bookedOutAt releaseReason source confidence checkedAt checkedBy { id name } facility { id name city state timeZone latitude longitude locationPrecision } }\n    proceedings { id kind court { id name city state latitude longitude } }\n    nextHearing { id court { id name city state latitude longitude } }\n    custodyHistory { kind began ended hours stale stintId }\n    locatorChecks { id source found checkedAt checkedBy { id name } }\n  }\n": typeof types.CustodyOfCaseFragmentDoc,
    "\n  mutation RecordCustody($input: RecordCustodyInput!) {\n    recordCustody(input: $input) { __typename ... on RecordCustodyPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordCustodyDocument,
    "\n  mutation TakeBackLook($input: TakeBackLookInput!) {\n    takeBackLook(input: $input) { __typename ... on TakeBackLookPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on UserError { message } }\n  }\n": typeof types.TakeBackLookDocument,
    "\n  mutation RecordTransfer($input: RecordTransferInput!) {\n    recordTransfer(input: $input) { __typename ... on RecordTransferPayload { case { id ...CustodyOfCase } changes { what before after } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordTransferDocument,
    "\n  mutation RecordRelease($input: RecordReleaseInput!) {\n    recordRelease(input: $input) { __typename ... on RecordReleasePayload { calledOff case { id ...CustodyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordReleaseDocument,
    "\n  fragment TransferOfCase on Case {\n    id may\n    alarms { kind rings nextStep since who why expected expectedAt expectedBy courtId court facilityId facility checkedAt }\n    transfers { id leftAt arrivedAt fromFacility toFacility timeZone source confidence changes { what before after } checklist { id what title revision dueAt doneAt owner } }\n    habeasClock { arrestedAt firstMovedAt hours }\n    habeasFilings { id filedAt district circuit confidence facility { id name } }\n  }\n": typeof types.TransferOfCaseFragmentDoc,
    "\n  mutation MarkExpected($input: MarkExpectedInput!) {\n    markExpected(input: $input) { __typename ... on MarkExpectedPayload { case { id ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.MarkExpectedDocument,
    "\n  mutation UnmarkExpected($input: UnmarkExpectedInput!) {\n    unmarkExpected(input: $input) { __typename ... on UnmarkExpectedPayload { case { id ...TransferOfCase } } ... on UserError { message } }\n  }\n": typeof types.UnmarkExpectedDocument,
    "\n  mutation CompleteTransferTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id revision doneAt } } ... on UserError { message } }\n  }\n": typeof types.CompleteTransferTaskDocument,
    "\n  query PreviewTransfer($caseId: ID!, $facilityId: ID!, $confidence: Confidence!) {\n    previewTransfer(caseId: $caseId, facilityId: $facilityId, confidence: $confidence) {\n      __typename\n      ... on TransferPreview {\n        case { id representedBy { id attorney { id name } } }\n        changes { what before after }\n        hearings { id occasion { id kind startsAt timeZone hourKnown } court { id name } }\n        clocks { dueOn dueAt deadline { id name timeZone dueOn dueAt } }\n        tasks court rings\n        tellings { ...TellingLine }\n      }\n      ... on UserError { message }\n    }\n  }\n": typeof types.PreviewTransferDocument,
    "\n  fragment Shifts on Organization {\n    id timeZone\n    shifts { id name phone runs beginsAt endsAt boundAt promisedAt refusedAt lastUsedAt endedAt endedBy checked given startedBy { id name } }\n  }\n": typeof types.ShiftsFragmentDoc,
    "\n  mutation StartShift($input: StartShiftInput!) {\n    startShift(input: $input) { __typename ... on StartShiftPayload { address code shift { id name phone } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.StartShiftDocument,
    "\n  mutation EndShift($input: EndShiftInput!) {\n    endShift(input: $input) { __typename ... on EndShiftPayload { shift { id runs endedAt endedBy } } ... on UserError { message } }\n  }\n": typeof types.EndShiftDocument,
    "\n  mutation EndShifts($input: EndShiftsInput!) {\n    endShifts(input: $input) { __typename ... on EndShiftsPayload { ended } ... on UserError { message } }\n  }\n": typeof types.EndShiftsDocument,
    "\n  fragment DatesToCheck on Organization {\n    id\n    datesToCheck { because hearing { id checkedAt court { id name } case { id shortId } occasion { id kind startsAt timeZone hourKnown } } }\n  }\n": typeof types.DatesToCheckFragmentDoc,
    "\n  query RecomputeDeadlines($caseId: ID!, $asOf: Date!) {\n    recomputeDeadlines(caseId: $caseId, asOf: $asOf) { dueOn dueAt moves citation trace deadline { id name timeZone dueOn dueAt ...RunsFrom } }\n  }\n": typeof types.RecomputeDeadlinesDocument,
    "\n  mutation SetCourtDeadline($input: SetCourtDeadlineInput!) {\n    setCourtDeadline(input: $input) { __typename ... on SetCourtDeadlinePayload { deadline { state } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SetCourtDeadlineDocument,
    "\n  fragment DeadlineRow on Deadline {\n    id revision state rule name action ordered binds trigger triggeredOn triggeredAt timeZone dueOn dueAt computedOn\n    citation inForceFrom inForceUntil litigationStatus unverified note trace setByCourt setAsideReason\n    confirmedAt confirmedBy { id name } filedAt receivedAt movedBecause fellAwayAt ...RunsFrom\n    inPlaceOf { id dueOn dueAt timeZone }\n  }\n": typeof types.DeadlineRowFragmentDoc,
    "\n  mutation ConfirmDeadline($input: ConfirmDeadlineInput!) {\n    confirmDeadline(input: $input) { __typename ... on ConfirmDeadlinePayload { case { id ...DeadlinesOfCase } } ... on UserError { message } }\n  }\n": typeof types.ConfirmDeadlineDocument,
    "\n  mutation SetAsideDeadline($input: SetAsideDeadlineInput!) {\n    setAsideDeadline(input: $input) { __typename ... on SetAsideDeadlinePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SetAsideDeadlineDocument,
    "\n  mutation RecordOutage($input: RecordOutageInput!) {\n    recordOutage(input: $input) { __typename ... on RecordOutagePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordOutageDocument,
    "\n  fragment DeadlinesOfCase on Case {\n    id may\n    deadlines { id state fellAwayAt ...DeadlineRow }\n  }\n": typeof types.DeadlinesOfCaseFragmentDoc,
    "\n  mutation RecordFiling($input: RecordFilingInput!) {\n    recordFiling(input: $input) { __typename ... on RecordFilingPayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordFilingDocument,
    "\n  query NearDeadlines {\n    cases(filter: { need: DEADLINE_NEAR }, first: 10) {\n      edges { node { id shortId may client { id publicName } deadlines { id state fellAwayAt dueOn dueAt ...DeadlineRow } } }\n    }\n  }\n": typeof types.NearDeadlinesDocument,
    "\n  fragment RunsFrom on Deadline {\n    trigger triggeredOn triggeredAt timeZone\n    hearing { id occasion { id kind startsAt timeZone hourKnown } }\n    proceeding { id kind }\n  }\n": typeof types.RunsFromFragmentDoc,
    "\n  mutation WorkOutDeadlines($input: WorkOutDeadlinesInput!) {\n    workOutDeadlines(input: $input) { __typename ... on WorkOutDeadlinesPayload { moved { why } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.WorkOutDeadlinesDocument,
    "\n  mutation RecordDetainer($input: RecordDetainerInput!) {\n    recordDetainer(input: $input) { __typename ... on RecordDetainerPayload { detainer { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordDetainerDocument,
    "\n  mutation CorrectDetainer($input: CorrectDetainerInput!) {\n    correctDetainer(input: $input) { __typename ... on CorrectDetainerPayload { detainer { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CorrectDetainerDocument,
    "\n  query CaseDetainers($shortId: String!) {\n    case(shortId: $shortId) {\n      id may\n      detainers {\n        id revision agency form formEdition receivedAt timeZone heldOnItFrom copy copyGivenAt copyLanguage recorded ground warrant shown reportLine followUp\n        reviewedAt reviewedBy { id name } recordedBy { id name } writtenAt\n        statute { code citation inForceFrom read says saysEs addedOffenses addedOffensesRead }\n        expiry { at countedFrom fromReceipt notCounted citation }\n      }\n    }\n  }\n": typeof types.CaseDetainersDocument,
    "\n  mutation ReviewDetainer($input: ReviewDetainerInput!) {\n    reviewDetainer(input: $input) { __typename ... on ReviewDetainerPayload { detainer { id revision reviewedAt } } ... on UserError { message } }\n  }\n": typeof types.ReviewDetainerDocument,
    "\n  mutation MarkDocument($input: MarkDocumentInput!) {\n    markDocument(input: $input) { __typename ... on MarkDocumentPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.MarkDocumentDocument,
    "\n  fragment DocumentsOfCase on Case {\n    id may\n    documents { id revision kind title state fromWhom dueOn note files { id ...FileRow } }\n    files { id document { id } ...FileRow }\n    filesTakenAway { id ...FileRow }\n  }\n": typeof types.DocumentsOfCaseFragmentDoc,
    "\n  mutation LayOutChecklist($input: LayOutChecklistInput!) {\n    layOutChecklist(input: $input) { __typename ... on LayOutChecklistPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.LayOutChecklistDocument,
    "\n  mutation AddDocument($input: AddDocumentInput!) {\n    addDocument(input: $input) { __typename ... on AddDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddDocumentDocument,
    "\n  mutation AskForDocument($input: AskForDocumentInput!) {\n    askForDocument(input: $input) { __typename ... on AskForDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AskForDocumentDocument,
    "\n  fragment FileRow on CaseFile { id revision name kind size audience addedAt addedBy { id name } takenAwayAt takenAwayBy { id name } }\n": typeof types.FileRowFragmentDoc,
    "\n  mutation ShareFile($input: ShareFileInput!) {\n    shareFile(input: $input) { __typename ... on ShareFilePayload { case { id ...DocumentsOfCase } } ... on NotCleared { missing } ... on UserError { message } }\n  }\n": typeof types.ShareFileDocument,
    "\n  mutation TakeFileAway($input: TakeFileAwayInput!) {\n    takeFileAway(input: $input) { __typename ... on TakeFileAwayPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.TakeFileAwayDocument,
    "\n  mutation PutFileBack($input: PutFileBackInput!) {\n    putFileBack(input: $input) { __typename ... on PutFileBackPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": typeof types.PutFileBackDocument,
    "\n  fragment Duty on Organization {\n    id timeZone\n    members { role person { id name } }\n    dutyRota { id startsAt endsAt person { id name } deputy { id name } }\n  }\n": typeof types.DutyFragmentDoc,
    "\n  mutation SaveDutyRota($input: SaveDutyRotaInput!) {\n    saveDutyRota(input: $input) { __typename ... on SaveDutyRotaPayload { organization { id ...Duty } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SaveDutyRotaDocument,
    "\n  fragment FamilyOfCase on Case {\n    id may\n    family { id role case { id shortId client { id publicName } } }\n  }\n": typeof types.FamilyOfCaseFragmentDoc,
    "\n  mutation JoinFamily($input: JoinFamilyInput!) {\n    joinFamily(input: $input) { __typename ... on JoinFamilyPayload { case { id ...FamilyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.JoinFamilyDocument,
    "\n  mutation LeaveFamily($input: LeaveFamilyInput!) {\n    leaveFamily(input: $input) { __typename ... on LeaveFamilyPayload { case { id ...FamilyOfCase } } ... on UserError { message } }\n  }\n": typeof types.LeaveFamilyDocument,
    "\n  query CasesOfFamily($filter: CaseFilter) {\n    cases(filter: $filter, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n": typeof types.CasesOfFamilyDocument,
    "\n  query CalendarsOfCase($caseId: ID!) {\n    calendarsOfCase(caseId: $caseId) { occasionId feedId current fetchedAt fetchedBy person { id name } }\n  }\n": typeof types.CalendarsOfCaseDocument,
    "\n  fragment FeedRow on Feed { id revision name filter alarms language version fetchedAt fetchedBy address webcalAddress googleAddress outlookAddress case { id shortId } court { id name } person { id name } }\n": typeof types.FeedRowFragmentDoc,
    "\n  mutation RotateFeed($input: RotateFeedInput!) {\n    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }\n  }\n": typeof types.RotateFeedDocument,
    "\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) { __typename ... on RevokeFeedPayload { feed { id revokedAt } } ... on UserError { message } }\n  }\n": typeof types.RevokeFeedDocument,
    "\n  query HouseFeeds {\n    feeds { id revokedAt person { id } ...FeedRow }\n  }\n": typeof types.HouseFeedsDocument,
    "\n  mutation RevokeFeeds($input: RevokeFeedsInput!) {\n    revokeFeeds(input: $input) { __typename ... on RevokeFeedsPayload { revoked } ... on UserError { message } }\n  }\n": typeof types.RevokeFeedsDocument,
    "\n  mutation SubscribeFeed($input: SubscribeFeedInput!) {\n    subscribeFeed(input: $input) { __typename ... on SubscribeFeedPayload { feed { id ...FeedRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SubscribeFeedDocument,
    "\n  mutation CancelHearing($input: CancelHearingInput!) {\n    cancelHearing(input: $input) { __typename ... on CancelHearingPayload { told hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CancelHearingDocument,
    "\n  query PreviewCancel($hearingId: ID!) {\n    previewCancel(hearingId: $hearingId) { tellings { ...TellingLine } leftStanding { id title kind occasion { id startsAt timeZone } } }\n  }\n": typeof types.PreviewCancelDocument,
    "\n  mutation CheckDate($input: CheckDateInput!) {\n    checkDate(input: $input) { __typename ... on CheckDatePayload { hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CheckDateDocument,
    "\n  mutation CorrectReport($input: CorrectReportInput!) {\n    correctReport(input: $input) { __typename ... on CorrectReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CorrectReportDocument,
    "\n  mutation ReportCourtAccess($input: ReportCourtAccessInput!) {\n    reportCourtAccess(input: $input) { __typename ... on ReportCourtAccessPayload { location { id access { what seenOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReportCourtAccessDocument,
    "\n  query WhoReportsAccess { viewer { organization { id } } }\n": typeof types.WhoReportsAccessDocument,
    "\n  mutation ConfirmObserverRules($input: ConfirmObserverRulesInput!) {\n    confirmObserverRules(input: $input) { __typename ... on ConfirmObserverRulesPayload { location { id rulesForObservers { openness confirmedOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ConfirmObserverRulesDocument,
    "\n  fragment HearingRow on Hearing {\n    id revision judge source confidence checkedAt outcome outcomeNote awaitingReport closedToPublic interpreterLanguage\n    checkedBy { id name }\n    dateChecks { outcome heard answeredAt shift { id name } }\n    court { id name }\n    location { id name city state }\n    proceeding { id kind }\n    state dateStanding advancedByCourt adjournmentCode scheduleType movedFrom reportedAt replacedBy { id }\n    occasion { id kind state sequence startsAt endsAt wallStarts timeZone hourKnown room medium joinUrl ...DeliveryOf }\n  }\n": typeof types.HearingRowFragmentDoc,
    "\n  fragment HearingsOfCase on Case {\n    id may\n    proceedings { id kind judge court { id name } }\n    hearings { id ...HearingRow }\n  }\n": typeof types.HearingsOfCaseFragmentDoc,
    "\n  mutation TakeBackReport($input: TakeBackReportInput!) {\n    takeBackReport(input: $input) { __typename ... on TakeBackReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on UserError { message } }\n  }\n": typeof types.TakeBackReportDocument,
    "\n  mutation OpenProceeding($input: OpenProceedingInput!) {\n    openProceeding(input: $input) { __typename ... on OpenProceedingPayload { case { id ...HearingsOfCase ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.OpenProceedingDocument,
    "\n  mutation AmendProceeding($input: AmendProceedingInput!) {\n    amendProceeding(input: $input) { __typename ... on AmendProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AmendProceedingDocument,
    "\n  mutation RecordDecision($input: RecordDecisionInput!) {\n    recordDecision(input: $input) { __typename ... on RecordDecisionPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordDecisionDocument,
    "\n  mutation CloseProceeding($input: CloseProceedingInput!) {\n    closeProceeding(input: $input) { __typename ... on CloseProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CloseProceedingDocument,
    "\n  fragment ProceedingRow on Proceeding {\n    id revision kind state otherCourt judge noticeOn filedAt custody charges court { id name }\n    decisions { id revision kind decidedOn givenHow givenOn appealByClient appealByGovernment takenBackAt }\n  }\n": typeof types.ProceedingRowFragmentDoc,
    "\n  fragment ProceedingsOfCase on Case { id proceedings { id ...ProceedingRow } }\n": typeof types.ProceedingsOfCaseFragmentDoc,
    "\n  query CaseProceedings($id: ID!) { node(id: $id) { __typename id ... on Case { ...ProceedingsOfCase } } }\n": typeof types.CaseProceedingsDocument,
    "\n  mutation ReopenProceeding($input: ReopenProceedingInput!) {\n    reopenProceeding(input: $input) { __typename ... on ReopenProceedingPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n": typeof types.ReopenProceedingDocument,
    "\n  mutation TakeBackDecision($input: TakeBackDecisionInput!) {\n    takeBackDecision(input: $input) { __typename ... on TakeBackDecisionPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n": typeof types.TakeBackDecisionDocument,
    "\n  mutation ReportHearing($input: ReportHearingInput!) {\n    reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id ...HearingRow } nextHearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReportHearingDocument,
    "\n  mutation RescheduleHearing($input: RescheduleHearingInput!) {\n    rescheduleHearing(input: $input) {\n      __typename\n      ... on RescheduleHearingPayload { told hearing { id ...HearingRow } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": typeof types.RescheduleHearingDocument,
    "\n  query PreviewReschedule($hearingId: ID!, $startsAt: WallTime!) {\n    previewReschedule(hearingId: $hearingId, startsAt: $startsAt) {\n      __typename\n      ... on ReschedulePreview { startsAt endsAt earlier hoursAway warnings tellings { ...TellingLine } following { id title } asked { id title } }\n      ... on UserError { message }\n    }\n  }\n": typeof types.PreviewRescheduleDocument,
    "\n  mutation ScheduleHearing($input: ScheduleHearingInput!) {\n    scheduleHearing(input: $input) { __typename ... on ScheduleHearingPayload { case { id ...HearingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ScheduleHearingDocument,
    "\n  query HearingSources($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Hearing {\n        location { id access { what seenOn } rulesForObservers { openness leadDays photoId devices notes linkWhenCleared askedOf confirmedOn confirmedBy { id name } } }\n        dateSources { channel said saidAt takenBackAt person { id name } shift { id name } }\n      }\n    }\n  }\n": typeof types.HearingSourcesDocument,
    "\n  mutation MatchColumns($input: MatchColumnsInput!) {\n    matchColumns(input: $input) { __typename ... on MatchColumnsPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.MatchColumnsDocument,
    "\n  query SpreadsheetSamples($spreadsheetId: ID!) { spreadsheetRows(spreadsheetId: $spreadsheetId, first: 5) { edges { node { id cells } } } }\n": typeof types.SpreadsheetSamplesDocument,
    "\n  mutation MendCell($input: MendCellInput!) {\n    mendCell(input: $input) { __typename ... on MendCellPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.MendCellDocument,
    "\n  mutation DecideRow($input: DecideRowInput!) {\n    decideRow(input: $input) { __typename ... on DecideRowPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.DecideRowDocument,
    "\n  query SpreadsheetRows($spreadsheetId: ID!, $states: [RowState!], $after: String) {\n    spreadsheetRows(spreadsheetId: $spreadsheetId, states: $states, first: 25, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...RowOfSpreadsheet } }\n    }\n  }\n": typeof types.SpreadsheetRowsDocument,
    "\n  query OneSpreadsheet($id: ID!) { node(id: $id) { __typename ... on Spreadsheet { id ...WholeSpreadsheet } } }\n": typeof types.OneSpreadsheetDocument,
    "\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) { __typename ... on StartImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.StartImportDocument,
    "\n  mutation CancelImport($input: CancelImportInput!) {\n    cancelImport(input: $input) { __typename ... on CancelImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.CancelImportDocument,
    "\n  mutation UndoImport($input: UndoImportInput!) {\n    undoImport(input: $input) { __typename ... on UndoImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.UndoImportDocument,
    "\n  mutation DiscardSpreadsheet($input: DiscardSpreadsheetInput!) {\n    discardSpreadsheet(input: $input) { __typename ... on DiscardSpreadsheetPayload { organization { id } } ... on UserError { message } }\n  }\n": typeof types.DiscardSpreadsheetDocument,
    "\n  mutation ChooseKnownRule($input: ChooseKnownRuleInput!) {\n    chooseKnownRule(input: $input) { __typename ... on ChooseKnownRulePayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": typeof types.ChooseKnownRuleDocument,
    "\n  fragment WholeSpreadsheet on Spreadsheet {\n    id revision name state rows done header meanings dayFirst orderAsked knownRule finishedAt undoUntil\n    newRows knownRows problemRows leftOutRows madeRows filledRows keptRows failedRows takenBackRows stayedRows\n  }\n": typeof types.WholeSpreadsheetFragmentDoc,
    "\n  fragment RowOfSpreadsheet on SpreadsheetRow {\n    id number state rule cells problems { column message } case { id shortId }\n  }\n": typeof types.RowOfSpreadsheetFragmentDoc,
    "\n  query InboxUnread { inbox { id read snoozedUntil about } }\n": typeof types.InboxUnreadDocument,
    "\n  fragment InboxEntryRow on InboxEntry {\n    id kind at read snoozedUntil about letter\n    case { id shortId client { id publicName } }\n    change { id kind wasStartsAt wasTimeZone told confirmed by { id name } mine { id } occasion { id kind startsAt timeZone } }\n    task { id title }\n    invitation { id state partySize person { id name } }\n    action { id }\n    spreadsheet { id state rows done }\n  }\n": typeof types.InboxEntryRowFragmentDoc,
    "\n  query Inbox { inbox { id ...InboxEntryRow } }\n": typeof types.InboxDocument,
    "\n  mutation MarkEntries($input: MarkEntriesInput!) {\n    markEntries(input: $input) { __typename ... on MarkEntriesPayload { entries { id read snoozedUntil } } ... on UserError { message } }\n  }\n": typeof types.MarkEntriesDocument,
    "\n  mutation RecordIncident($input: RecordIncidentInput!) {\n    recordIncident(input: $input) { __typename ... on RecordIncidentPayload { incident { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordIncidentDocument,
    "\n  mutation CorrectIncident($input: CorrectIncidentInput!) {\n    correctIncident(input: $input) { __typename ... on CorrectIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CorrectIncidentDocument,
    "\n  mutation ConcludeIncident($input: ConcludeIncidentInput!) {\n    concludeIncident(input: $input) { __typename ... on ConcludeIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ConcludeIncidentDocument,
    "\n  mutation FollowUpIncident($input: FollowUpIncidentInput!) {\n    followUpIncident(input: $input) { __typename ... on FollowUpIncidentPayload { followUp { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.FollowUpIncidentDocument,
    "\n  mutation AnswerFollowUp($input: AnswerFollowUpInput!) {\n    answerFollowUp(input: $input) { __typename ... on AnswerFollowUpPayload { followUp { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AnswerFollowUpDocument,
    "\n  query CaseIncidents($shortId: String!) {\n    stateCourts\n    case(shortId: $shortId) {\n      id may\n      courthouseArrest { court code citation inForceFrom read says saysEs }\n      hearings { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      actions { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      incidents {\n        id revision kind seenBy happenedAt timeZone hourKnown what place stateCourt witnesses evidence outcome endedAt writtenAt recordedBy { id name }\n        courthouseRule { court code citation inForceFrom read says saysEs }\n        followUps { id revision kind toWhom sentOn dueOn state answeredOn answer }\n      }\n    }\n  }\n": typeof types.CaseIncidentsDocument,
    "\n  fragment InvitationRow on Invitation { id revision audience state answeredAt invitedAt partySize booked listedAt heldUntil clearedAt came needs acknowledged openedOn person { id name office } }\n": typeof types.InvitationRowFragmentDoc,
    "\n  mutation AnswerInvitation($input: AnswerInvitationInput!) {\n    answerInvitation(input: $input) { __typename ... on AnswerInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": typeof types.AnswerInvitationDocument,
    "\n  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {\n    withdrawInvitation(input: $input) { __typename ... on WithdrawInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": typeof types.WithdrawInvitationDocument,
    "\n  mutation RenewLink($input: RenewLinkInput!) {\n    renewLink(input: $input) { __typename ... on RenewLinkPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": typeof types.RenewLinkDocument,
    "\n  mutation RenewLinksToOccasion($input: RenewLinksToOccasionInput!) {\n    renewLinksToOccasion(input: $input) { __typename ... on RenewLinksToOccasionPayload { renewed } ... on UserError { message } }\n  }\n": typeof types.RenewLinksToOccasionDocument,
    "\n  mutation BookSeat($input: BookSeatInput!) {\n    bookSeat(input: $input) { __typename ... on BookSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": typeof types.BookSeatDocument,
    "\n  mutation GiveUpSeat($input: GiveUpSeatInput!) {\n    giveUpSeat(input: $input) { __typename ... on GiveUpSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": typeof types.GiveUpSeatDocument,
    "\n  mutation RecordClearance($input: RecordClearanceInput!) {\n    recordClearance(input: $input) { __typename ... on RecordClearancePayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": typeof types.RecordClearanceDocument,
    "\n  mutation Invite($input: InviteInput!) {\n    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": typeof types.InviteDocument,
    "\n  query PreviewInvite($occasionId: ID!, $personIds: [ID!]!, $listIds: [ID!]) {\n    previewInvite(occasionId: $occasionId, personIds: $personIds, listIds: $listIds) { __typename ... on InvitePreview { unreached askedAlready tellings { ...TellingLine } } ... on UserError { message } }\n  }\n": typeof types.PreviewInviteDocument,
    "\n  query InviteLists { viewer { organization { id peopleLists { id name people { id } } } } }\n": typeof types.InviteListsDocument,
    "\n  fragment Members on Organization {\n    id\n    members { role supervised person { id name } }\n  }\n": typeof types.MembersFragmentDoc,
    "\n  mutation TakeOnMember($input: TakeOnMemberInput!) {\n    takeOnMember(input: $input) { __typename ... on TakeOnMemberPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n": typeof types.TakeOnMemberDocument,
    "\n  mutation SendSignInLink($input: SendSignInLinkInput!) {\n    sendSignInLink(input: $input) { __typename ... on SendSignInLinkPayload { organization { id } } ... on UserError { message } ... on Invalid { field } }\n  }\n": typeof types.SendSignInLinkDocument,
    "\n  mutation ChangeRoles($input: ChangeRolesInput!) {\n    changeRoles(input: $input) { __typename ... on ChangeRolesPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n": typeof types.ChangeRolesDocument,
    "\n  mutation LetMemberGo($input: LetMemberGoInput!) {\n    letMemberGo(input: $input) { __typename ... on LetMemberGoPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n": typeof types.LetMemberGoDocument,
    "\n  mutation RevokeSignInLinks($input: RevokeSignInLinksInput!) {\n    revokeSignInLinks(input: $input) { __typename ... on RevokeSignInLinksPayload { revoked } ... on UserError { message } }\n  }\n": typeof types.RevokeSignInLinksDocument,
    "\n  fragment DeliveryOf on Occasion { id delivery { told sent due failed unreachable } }\n": typeof types.DeliveryOfFragmentDoc,
    "\n  query Letters { letters { kind audiences } }\n": typeof types.LettersDocument,
    "\n  query LetterSample($organizationId: ID!, $kind: LetterKind!, $audience: Audience!, $language: String!) {\n    letterSample(organizationId: $organizationId, kind: $kind, audience: $audience, language: $language) {\n      __typename\n      ... on LetterSample { subject text short glance }\n      ... on UserError { message }\n    }\n  }\n": typeof types.LetterSampleDocument,
    "\n  query MessagePeople($search: String) {\n    people(search: $search, first: 30) { edges { node { id name office } } }\n  }\n": typeof types.MessagePeopleDocument,
    "\n  query MessagePerson($id: ID!) {\n    node(id: $id) { ... on Person { id name } }\n  }\n": typeof types.MessagePersonDocument,
    "\n  fragment MessageRow on Notice {\n    id kind channel audience dueAt progress reason settledAt\n    person { id name }\n    case { id shortId }\n    occasion { id kind startsAt timeZone hourKnown }\n    tries { attempt outcome said at }\n  }\n": typeof types.MessageRowFragmentDoc,
    "\n  fragment NotesOfCase on Case {\n    id may\n    notes { id body writtenAt author { id name } }\n    privilegedNotes { id body writtenAt author { id name } }\n  }\n": typeof types.NotesOfCaseFragmentDoc,
    "\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) { __typename ... on WriteNotePayload { case { id ...NotesOfCase } } ... on UserError { message } }\n  }\n": typeof types.WriteNoteDocument,
    "\n  mutation TakeInArrests($input: TakeInArrestsInput!) {\n    takeInArrests(input: $input) { __typename ... on TakeInArrestsPayload { operation { id cases { id } } cases { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.TakeInArrestsDocument,
    "\n  mutation OpenOperation($input: OpenOperationInput!) {\n    openOperation(input: $input) { __typename ... on OpenOperationPayload { operation { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.OpenOperationDocument,
    "\n  fragment OperationCases on Operation {\n    id\n    cases { id shortId custodyStatus client { id publicName minor } representedBy { id attorney { id name } } }\n  }\n": typeof types.OperationCasesFragmentDoc,
    "\n  fragment OperationOfCase on Case {\n    id revision may\n    operation { id name beganOn }\n  }\n": typeof types.OperationOfCaseFragmentDoc,
    "\n  mutation PutIntoOperation($input: PutIntoOperationInput!) {\n    putIntoOperation(input: $input) { __typename ... on PutIntoOperationPayload { case { id ...OperationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.PutIntoOperationDocument,
    "\n  query OperationsToChoose {\n    operations { id name beganOn }\n  }\n": typeof types.OperationsToChooseDocument,
    "\n  fragment KindShown on KindCompared {\n    kind total\n    results { results count percent }\n    splits { by rows { levels total results { results count percent } } }\n  }\n": typeof types.KindShownFragmentDoc,
    "\n  mutation ExportOutcomes($input: ExportOutcomesInput!) {\n    exportOutcomes(input: $input) { __typename ... on ExportOutcomesPayload { csv } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ExportOutcomesDocument,
    "\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) { __typename ... on RecordOutcomePayload { case { id } outcome { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RecordOutcomeDocument,
    "\n  mutation CorrectOutcome($input: CorrectOutcomeInput!) {\n    correctOutcome(input: $input) { __typename ... on CorrectOutcomePayload { case { id } outcome { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CorrectOutcomeDocument,
    "\n  query CaseOutcomes($shortId: String!) {\n    case(shortId: $shortId) {\n      id may audience\n      outcomes {\n        id revision supporters officials letters press result resultReported recordedAt\n        recordedBy { id name }\n        occasion { id kind startsAt timeZone }\n        words { said pressLinks clearedAt clearedBy { id name } }\n      }\n      awaitingOutcome { id kind startsAt timeZone }\n    }\n  }\n": typeof types.CaseOutcomesDocument,
    "\n  mutation ClearOutcomeWords($input: ClearOutcomeWordsInput!) {\n    clearOutcomeWords(input: $input) { __typename ... on ClearOutcomeWordsPayload { outcome { id revision words { clearedAt } } } ... on UserError { message } }\n  }\n": typeof types.ClearOutcomeWordsDocument,
    "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) { __typename ... on AddContactPayload { person { id contacts { id channel address stopped bounced } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddContactDocument,
    "\n  mutation AddPerson($input: AddPersonInput!) {\n    addPerson(input: $input) { __typename ... on AddPersonPayload { person { id name } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n": typeof types.AddPersonDocument,
    "\n  query PeopleLists { viewer { organization { id peopleLists { id revision name people { id name } } } } }\n": typeof types.PeopleListsDocument,
    "\n  mutation SavePeopleList($input: SavePeopleListInput!) {\n    savePeopleList(input: $input) { __typename ... on SavePeopleListPayload { peopleList { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.SavePeopleListDocument,
    "\n  mutation RemovePeopleList($input: RemovePeopleListInput!) {\n    removePeopleList(input: $input) { __typename ... on RemovePeopleListPayload { organization { id } } ... on UserError { message } }\n  }\n": typeof types.RemovePeopleListDocument,
    "\n  mutation RemoveContact($input: RemoveContactInput!) {\n    removeContact(input: $input) { __typename ... on RemoveContactPayload { person { id contacts { id channel address stopped bounced } } } ... on UserError { message } }\n  }\n": typeof types.RemoveContactDocument,
    "\n  mutation RenewLinksOfPerson($input: RenewLinksOfPersonInput!) {\n    renewLinksOfPerson(input: $input) { __typename ... on RenewLinksOfPersonPayload { renewed } ... on UserError { message } }\n  }\n": typeof types.RenewLinksOfPersonDocument,
    "\n  query MyWishes { viewer { person { id ...WishesOf } } }\n": typeof types.MyWishesDocument,
    "\n  fragment WishesOf on Person { id revision kind name language timeZone channels quietFrom quietUntil wakeForChanges morningDigest }\n": typeof types.WishesOfFragmentDoc,
    "\n  mutation EditWishes($input: EditWishesInput!) {\n    editWishes(input: $input) { __typename ... on EditWishesPayload { person { id ...WishesOf } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.EditWishesDocument,
    "\n  query CasePreparedness($shortId: String!) {\n    case(shortId: $shortId) { id may preparedness { item doneOn tickedAt tickedBy { id name } } }\n  }\n": typeof types.CasePreparednessDocument,
    "\n  mutation TickPreparedness($input: TickPreparednessInput!) {\n    tickPreparedness(input: $input) { __typename ... on TickPreparednessPayload { case { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.TickPreparednessDocument,
    "\n  mutation UntickPreparedness($input: UntickPreparednessInput!) {\n    untickPreparedness(input: $input) { __typename ... on UntickPreparednessPayload { case { id } } ... on UserError { message } }\n  }\n": typeof types.UntickPreparednessDocument,
    "\n  fragment PlannedReminders on PlannedReminders { matter audience daysBefore at hoursBefore edited sentence }\n": typeof types.PlannedRemindersFragmentDoc,
    "\n  mutation EditNoticePlan($input: EditNoticePlanInput!) {\n    editNoticePlan(input: $input) { __typename ... on EditNoticePlanPayload { followed plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.EditNoticePlanDocument,
    "\n  mutation EditOccasionPlan($input: EditOccasionPlanInput!) {\n    editOccasionPlan(input: $input) { __typename ... on EditOccasionPlanPayload { occasion { id } plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.EditOccasionPlanDocument,
    "\n  query PreviewNoticePlan($organizationId: ID!, $matter: Matter!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewNoticePlan(organizationId: $organizationId, matter: $matter, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n": typeof types.PreviewNoticePlanDocument,
    "\n  query PreviewOccasionPlan($occasionId: ID!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewOccasionPlan(occasionId: $occasionId, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n": typeof types.PreviewOccasionPlanDocument,
    "\n  mutation ResetNoticePlan($input: ResetNoticePlanInput!) {\n    resetNoticePlan(input: $input) { __typename ... on ResetNoticePlanPayload { followed } ... on UserError { message } }\n  }\n": typeof types.ResetNoticePlanDocument,
    "\n  mutation ResetOccasionPlan($input: ResetOccasionPlanInput!) {\n    resetOccasionPlan(input: $input) { __typename ... on ResetOccasionPlanPayload { occasion { id } } ... on UserError { message } }\n  }\n": typeof types.ResetOccasionPlanDocument,
    "\n  query NoticePlan($organizationId: ID!) { noticePlan(organizationId: $organizationId) { ...PlannedReminders } }\n": typeof types.NoticePlanDocument,
    "\n  query OccasionPlan($occasionId: ID!) { occasionPlan(occasionId: $occasionId) { ...PlannedReminders } }\n": typeof types.OccasionPlanDocument,
    "\n  mutation ReportArrest($input: ReportArrestInput!) {\n    reportArrest(input: $input) {\n      __typename\n      ... on ReportArrestPayload { report { id ...ReportMade } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": typeof types.ReportArrestDocument,
    "\n  query LegalProviders {\n    organizations { id name kind }\n  }\n": typeof types.LegalProvidersDocument,
    "\n  fragment ReportMade on ArrestReport { id revision state stateSince whyDeclined reportedAt provider { id name } case { id shortId } contents { name } }\n": typeof types.ReportMadeFragmentDoc,
    "\n  query ReportsMade {\n    reportsMade { id ...ReportMade }\n  }\n": typeof types.ReportsMadeDocument,
    "\n  mutation WithdrawReport($input: WithdrawReportInput!) {\n    withdrawReport(input: $input) { __typename ... on WithdrawReportPayload { report { id ...ReportMade } } ... on UserError { message } }\n  }\n": typeof types.WithdrawReportDocument,
    "\n  mutation AddressReport($input: AddressReportInput!) {\n    addressReport(input: $input) { __typename ... on AddressReportPayload { report { id ...ReportMade } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddressReportDocument,
    "\n  fragment ReportWaiting on ArrestReport {\n    id revision reportedAt\n    group { id name phone }\n    contents { name otherNames aNumber birthDate countryOfBirth language arrestedAt arrestZone arrestPlace agency callerName callerPhone callerRelation }\n  }\n": typeof types.ReportWaitingFragmentDoc,
    "\n  query ReportsWaiting {\n    reportsWaiting { id ...ReportWaiting }\n  }\n": typeof types.ReportsWaitingDocument,
    "\n  mutation DeclineReport($input: DeclineReportInput!) {\n    declineReport(input: $input) { __typename ... on DeclineReportPayload { report { id state } } ... on UserError { message } }\n  }\n": typeof types.DeclineReportDocument,
    "\n  mutation TakeInReport($input: TakeInReportInput!) {\n    takeInReport(input: $input) {\n      __typename\n      ... on TakeInReportPayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": typeof types.TakeInReportDocument,
    "\n  query ReportMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n": typeof types.ReportMatchesDocument,
    "\n  fragment Holds on Organization {\n    id\n    holds { id shortId reason placedAt placedBy { id name } }\n  }\n": typeof types.HoldsFragmentDoc,
    "\n  mutation PlaceHold($input: PlaceHoldInput!) {\n    placeHold(input: $input) { __typename ... on PlaceHoldPayload { organization { ...Holds } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.PlaceHoldDocument,
    "\n  mutation LiftHold($input: LiftHoldInput!) {\n    liftHold(input: $input) { __typename ... on LiftHoldPayload { organization { ...Holds } } ... on UserError { message } }\n  }\n": typeof types.LiftHoldDocument,
    "\n  fragment Kept on Organization {\n    id\n    sweeps { kind days ranAt gone held ahead }\n  }\n": typeof types.KeptFragmentDoc,
    "\n  mutation MakeClientStatement($input: MakeClientStatementInput!) {\n    makeClientStatement(input: $input) {\n      __typename\n      ... on MakeClientStatementPayload { statement { language clientsLanguage inClientsLanguage title made closing parts { title lines } } }\n      ... on UserError { message }\n    }\n  }\n": typeof types.MakeClientStatementDocument,
    "\n  query WhoSaw($recordId: ID, $shortId: String) {\n    whoSaw(recordId: $recordId, shortId: $shortId) { by organization door times firstAt lastAt fields urgentReason }\n  }\n": typeof types.WhoSawDocument,
    "\n  mutation AddTask($input: AddTaskInput!) {\n    addTask(input: $input) { __typename ... on AddTaskPayload { task { id ...TaskRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddTaskDocument,
    "\n  fragment TaskRow on Task { id revision title dueAt doneAt raisedBy owner { id name } doneBy { id name } case { id shortId client { id publicName } } }\n": typeof types.TaskRowFragmentDoc,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) { __typename ... on ReopenTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n": typeof types.ReopenTaskDocument,
    "\n  mutation RaiseWall($input: RaiseWallInput!) {\n    raiseWall(input: $input) { __typename ... on RaiseWallPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.RaiseWallDocument,
    "\n  fragment TeamOfCase on Case {\n    id may custodyStatus\n    team { id role beganAt until urgentReason person { id name } organization { id name } }\n    readers { beganAt until lead organization { id name } }\n    contacts { id relation namedByClient isClient person { id name } }\n    walls { id reason raisedAt person { id name } organization { id name } }\n  }\n": typeof types.TeamOfCaseFragmentDoc,
    "\n  mutation AddToTeam($input: AddToTeamInput!) {\n    addToTeam(input: $input) { __typename ... on AddToTeamPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.AddToTeamDocument,
    "\n  mutation LeaveTeam($input: LeaveTeamInput!) {\n    leaveTeam(input: $input) { __typename ... on LeaveTeamPayload { case { id } } ... on UserError { message } }\n  }\n": typeof types.LeaveTeamDocument,
    "\n  mutation StopSharing($input: StopSharingInput!) {\n    stopSharing(input: $input) { __typename ... on StopSharingPayload { case { id } } ... on UserError { message } }\n  }\n": typeof types.StopSharingDocument,
    "\n  mutation NameContact($input: NameContactInput!) {\n    nameContact(input: $input) { __typename ... on NameContactPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.NameContactDocument,
    "\n  mutation EnrolClient($input: EnrolClientInput!) {\n    enrolClient(input: $input) { __typename ... on EnrolClientPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n": typeof types.EnrolClientDocument,
    "\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { __typename ... on EndEnrolmentPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n": typeof types.EndEnrolmentDocument,
    "\n  mutation LiftWall($input: LiftWallInput!) {\n    liftWall(input: $input) { __typename ... on LiftWallPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n": typeof types.LiftWallDocument,
    "\n  query Waiting {\n    today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed deadlinesNear }\n    hearingsWaiting {\n      id dateStanding\n      occasion { id kind startsAt timeZone hourKnown }\n      court { id name }\n      case { ...WaitingCase }\n    }\n    deadlinesWaiting { id name dueOn dueAt timeZone case { ...WaitingCase } }\n    alarmsWaiting { id revision title dueAt owner { id name } case { ...WaitingCase } }\n    approvalsWaiting { id title lead { id name } occasion { id kind startsAt timeZone hourKnown } case { ...WaitingCase } }\n    cases(filter: { need: NOBODY_ASSIGNED }, order: OPENED, first: 20) { edges { node { openedAt ...WaitingCase } } }\n  }\n": typeof types.WaitingDocument,
    "\n  fragment WaitingCase on Case {\n    id shortId client { id publicName } coordinator { id name } representedBy { id attorney { id name } }\n    assignments { id state lapsed attorney { id name } }\n  }\n": typeof types.WaitingCaseFragmentDoc,
    "\n  mutation AnswerAlarm($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n": typeof types.AnswerAlarmDocument,
    "\n  fragment VisitsOfCase on Case {\n    id may\n    visits { id revision kind state startsAt timeZone lengthMinutes rules outcome facility { id name timeZone } visitor { id name } interpreter { id name } }\n  }\n": typeof types.VisitsOfCaseFragmentDoc,
    "\n  mutation BookVisit($input: BookVisitInput!) {\n    bookVisit(input: $input) { __typename ... on BookVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.BookVisitDocument,
    "\n  mutation MoveVisit($input: MoveVisitInput!) {\n    moveVisit(input: $input) { __typename ... on MoveVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.MoveVisitDocument,
    "\n  mutation ReportVisit($input: ReportVisitInput!) {\n    reportVisit(input: $input) { __typename ... on ReportVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.ReportVisitDocument,
    "\n  mutation CancelVisit($input: CancelVisitInput!) {\n    cancelVisit(input: $input) { __typename ... on CancelVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": typeof types.CancelVisitDocument,
    "\n  fragment TellingLine on Telling { personName audience channel kind dueAt timeZone theirTimeZone count }\n": typeof types.TellingLineFragmentDoc,
    "\n  query ChooseFacility($search: String) {\n    facilities(search: $search, first: 30) { id code name city state timeZone }\n  }\n": typeof types.ChooseFacilityDocument,
    "\n  query ChooseCourt {\n    courts(first: 100) { id name city state timeZone locations { id name city state timeZone } }\n  }\n": typeof types.ChooseCourtDocument,
    "\n  query ChoosePerson($kinds: [PersonKind!], $search: String, $caseId: ID) {\n    people(kinds: $kinds, search: $search, caseId: $caseId, first: 50) { edges { node { id name office kind } } }\n  }\n": typeof types.ChoosePersonDocument,
    "\n  query ChooseAttorney {\n    attorneys { id name attorney { languages barStates eoirRegistered qualification openToOffers } }\n  }\n": typeof types.ChooseAttorneyDocument,
    "\n  query ChooseOrganization {\n    organizations { id name }\n  }\n": typeof types.ChooseOrganizationDocument,
    "\n  query ChooseCase($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId may client { id publicName } } } }\n  }\n": typeof types.ChooseCaseDocument,
    "\n  query TestOfCase($shortId: String!) {\n    case(shortId: $shortId) { id shortId stage }\n  }\n": typeof types.TestOfCaseDocument,
    "\n  query TestTasks { tasks { edges { node { id doneAt } } } }\n": typeof types.TestTasksDocument,
    "\n  subscription ChangedRecords { changed { kind ids } }\n": typeof types.ChangedRecordsDocument,
    "\n    mutation SendArrival($input: RecordArrivalInput!) {\n      recordArrival(input: $input) { __typename ... on RecordArrivalPayload { invitation { id came } } ... on UserError { message } }\n    }\n  ": typeof types.SendArrivalDocument,
    "\n    mutation SendWalkIns($input: CountWalkInsInput!) {\n      countWalkIns(input: $input) { __typename ... on CountWalkInsPayload { occasion { id attendance { id walkIns } } } ... on UserError { message } }\n    }\n  ": typeof types.SendWalkInsDocument,
    "\n    mutation SendReport($input: ReportHearingInput!) {\n      reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id revision outcome reportedAt } } ... on UserError { message } }\n    }\n  ": typeof types.SendReportDocument,
    "\n    mutation SendReached($input: RecordReachedInput!) {\n      recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id } } ... on UserError { message } }\n    }\n  ": typeof types.SendReachedDocument,
    "\n    mutation SendTask($input: AddTaskInput!) {\n      addTask(input: $input) { __typename ... on AddTaskPayload { task { id } } ... on UserError { message } }\n    }\n  ": typeof types.SendTaskDocument,
    "\n  query Viewer {\n    viewer {\n      language\n      may\n      person { id name }\n      organization { id name kind timeZone }\n      memberships { role organization { id name kind } }\n    }\n  }\n": typeof types.ViewerDocument,
};
const documents: Documents = {
    "\n  query ActionPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id may state missing case { id } cases { kept } answers { asked coming maybe notComing heads } occasion { id invitations { id ...InvitationRow } ...ChangesOfOccasion } ...ActionView }\n    }\n  }\n": types.ActionPageDocument,
    "\n  query ActionPlan($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id tasks { id doneAt ...TaskRow } ...PlanOfAction }\n    }\n  }\n": types.ActionPlanDocument,
    "\n  query Actions($after: String) {\n    actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id state occasion { id startsAt endsAt } ...ActionSummary } } }\n  }\n": types.ActionsDocument,
    "\n  query Calendar($range: CalendarRange!) {\n    calendar(range: $range) { ...CalendarEntries }\n  }\n": types.CalendarDocument,
    "\n  query CaseOfCalendar($shortId: String!) {\n    case(shortId: $shortId) { id shortId }\n  }\n": types.CaseOfCalendarDocument,
    "\n  query DatesToCall($id: ID!) { node(id: $id) { __typename ... on Organization { id ...DatesToCheck } } }\n": types.DatesToCallDocument,
    "\n  query CasePage($shortId: String!) {\n    case(shortId: $shortId) {\n      id shortId may audience\n      client { id publicName }\n      whereabouts { facility { id } }\n      nextHearing { id occasion { id startsAt timeZone hourKnown } }\n      ...CaseHeader\n      ...EditableCase\n      ...HearingsOfCase\n      ...RepresentationOfCase\n      ...TeamOfCase\n      ...ActionsOfCase\n      tasks { id doneAt ...TaskRow }\n    }\n  }\n": types.CasePageDocument,
    "\n  query CasePageClocks($shortId: String!) {\n    case(shortId: $shortId) { id ...DeadlinesOfCase ...BondOfCase ...ConsentsOfCase }\n  }\n": types.CasePageClocksDocument,
    "\n  query CasePagePlaces($shortId: String!) {\n    case(shortId: $shortId) { id ...CustodyOfCase }\n  }\n": types.CasePagePlacesDocument,
    "\n  query CasePageMore($shortId: String!) {\n    case(shortId: $shortId) {\n      id\n      ...TransferOfCase\n      ...CheckInsOfCase\n      ...DocumentsOfCase\n      ...CallsOfCase\n      ...VisitsOfCase\n      ...NotesOfCase\n      files { id }\n    }\n  }\n": types.CasePageMoreDocument,
    "\n  query Feeds {\n    feeds { id revokedAt ...FeedRow }\n  }\n": types.FeedsDocument,
    "\n  query MySpreadsheets { spreadsheets { id name state rows broughtAt } }\n": types.MySpreadsheetsDocument,
    "\n  query Messages($caseId: ID, $occasionId: ID, $personId: ID, $progress: [NoticeProgress!], $kinds: [LetterKind!], $audiences: [Audience!], $channels: [Channel!], $dueFrom: DateTime, $dueUntil: DateTime, $after: String) {\n    notices(caseId: $caseId, occasionId: $occasionId, personId: $personId, progress: $progress, kinds: $kinds, audiences: $audiences, channels: $channels, dueFrom: $dueFrom, dueUntil: $dueUntil, first: 50, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...MessageRow } }\n    }\n  }\n": types.MessagesDocument,
    "\n  query MessagesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id }\n  }\n": types.MessagesOfCaseDocument,
    "\n  fragment MondayCase on Case {\n    id shortId tags\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    representedBy { id attorney { id name } }\n  }\n": types.MondayCaseFragmentDoc,
    "\n  query MondayWeek($range: CalendarRange!) {\n    calendar(range: $range) {\n      occasion { id kind state startsAt timeZone hourKnown }\n      hearing { id dateStanding court { id name } }\n      case { id ...MondayCase }\n    }\n  }\n": types.MondayWeekDocument,
    "\n  query MondayNoCounsel($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n": types.MondayNoCounselDocument,
    "\n  query MondayNotConfirmed($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n": types.MondayNotConfirmedDocument,
    "\n  query MondayHearing($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n": types.MondayHearingDocument,
    "\n  query MovingHearing($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing { id case { id may } ...HearingRow }\n    }\n  }\n": types.MovingHearingDocument,
    "\n  query PapersOfCase($shortId: String!) { case(shortId: $shortId) { id ...DocumentsOfCase } }\n": types.PapersOfCaseDocument,
    "\n  query OperationPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Operation { id name place beganOn openedBy { id name } ...OperationCases }\n    }\n  }\n": types.OperationPageDocument,
    "\n  query Operations {\n    operations { id name place beganOn cases { id } }\n  }\n": types.OperationsDocument,
    "\n  query OrganizationPage {\n    viewer { may person { id } organization { id name phone timeZone kind ...Members ...Duty ...Shifts ...DatesToCheck ...Holds ...Kept } }\n  }\n": types.OrganizationPageDocument,
    "\n  query FindCases($search: String!) {\n    cases(filter: { search: $search, includeClosed: true }, first: 8) {\n      edges { node { id shortId client { id publicName } may hearings { id occasion { id kind startsAt timeZone state } } } }\n    }\n  }\n": types.FindCasesDocument,
    "\n  query FindPeople($search: String!) { people(search: $search, first: 5) { edges { node { id name kind office } } } }\n": types.FindPeopleDocument,
    "\n  query FindCourts($search: String!) { courts(search: $search, first: 4) { id name city } }\n": types.FindCourtsDocument,
    "\n  query FindFacilities($search: String!) { facilities(search: $search, first: 4) { id name city } }\n": types.FindFacilitiesDocument,
    "\n  query FindActions { actions(first: 50) { edges { node { id title occasion { id startsAt timeZone } } } } }\n": types.FindActionsDocument,
    "\n  query RecentCase($shortId: String!) { case(shortId: $shortId) { id shortId client { id publicName } } }\n": types.RecentCaseDocument,
    "\n  query People($kinds: [PersonKind!], $search: String) {\n    people(kinds: $kinds, search: $search, first: 100) {\n      pageInfo { hasNextPage }\n      edges { node { id kind name office language ...WishesOf schedulerFor { id name } contacts { id channel address stopped bounced } } }\n    }\n  }\n": types.PeopleDocument,
    "\n  query ReportHearingPage($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...CourtHearing } } }\n": types.ReportHearingPageDocument,
    "\n  query RoomPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Occasion {\n        id kind state startsAt endsAt timeZone hourKnown placeName room\n        seating { id seats heldBack inOrder booked held listed }\n        attendance { id walkIns heads officials press letters saidInCourt incidents nextSteps reportedAt reportedBy { id name } }\n        companions { id kind places town leavesAt person { id name } joined { id } }\n        invitations { id state booked partySize came person { id name office } ...InvitationRow }\n      }\n    }\n  }\n": types.RoomPageDocument,
    "\n  query StatementPage($shortId: String!) {\n    case(shortId: $shortId) { id shortId may }\n  }\n": types.StatementPageDocument,
    "\n  query FeedsHere {\n    feeds { id revokedAt ...FeedRow }\n  }\n": types.FeedsHereDocument,
    "\n  query Tasks($mine: Boolean!, $openOnly: Boolean!) {\n    tasks(mine: $mine, openOnly: $openOnly, first: 100) { pageInfo { hasNextPage } edges { node { id ...TaskRow } } }\n  }\n": types.TasksDocument,
    "\n  query OnDutyToday {\n    viewer { may person { id } organization { id timeZone dutyRota { id startsAt endsAt person { id name } deputy { id name } } } }\n  }\n": types.OnDutyTodayDocument,
    "\n  query HearingToCheck($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n": types.HearingToCheckDocument,
    "\n  query TasksOfToday { tasks(mine: true, openOnly: true, first: 30) { pageInfo { hasNextPage } edges { node { id raisedBy ...TaskRow } } } }\n": types.TasksOfTodayDocument,
    "\n  query CaseTogether($shortId: String!) {\n    case(shortId: $shortId) { id ...FamilyOfCase ...OperationOfCase }\n  }\n": types.CaseTogetherDocument,
    "\n  query WhatHappenedPage {\n    viewer { may person { id } organization { id name kind whatHappened { quarter kinds { kind total ...KindShown } } } }\n  }\n": types.WhatHappenedPageDocument,
    "\n  fragment ActionSummary on AdvocacyAction {\n    id kind state title missing unready hearingMoved\n    occasion { id startsAt timeZone placeName placeCity }\n    answers { asked coming heads }\n  }\n": types.ActionSummaryFragmentDoc,
    "\n  mutation LayOutActionTasks($input: LayOutActionTasksInput!) {\n    layOutActionTasks(input: $input) { __typename ... on LayOutActionTasksPayload { action { id revision } } ... on UserError { message } }\n  }\n": types.LayOutActionTasksDocument,
    "\n  fragment PlanOfAction on AdvocacyAction { id ...DayOfAction ...SafetyOfAction ...WordingsOfAction ...ReadyOfAction }\n": types.PlanOfActionFragmentDoc,
    "\n  fragment ActionView on AdvocacyAction {\n    id revision kind state title statement nameForm audiences usesPhoto saidRevision hosts codeword followsHearing publishedAt calledOffAt callingOffReason missing may hearingMoved plannedByUs\n    case { id shortId client { id publicName } }\n    hearing { id }\n    lead { id name }\n    organization { id name }\n    occasion { id startsAt endsAt timeZone hourKnown wallStarts placeName placeStreet placeCity room courthouseRule { court code citation inForceFrom read says saysEs } ...DeliveryOf }\n    ...CounselsWord\n    ...CasesOfAction\n    answers { asked coming maybe notComing heads }\n    ...PublicPageOf\n  }\n": types.ActionViewFragmentDoc,
    "\n  mutation PublishAction($input: PublishActionInput!) {\n    publishAction(input: $input) { __typename ... on PublishActionPayload { action { id ...ActionView } } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": types.PublishActionDocument,
    "\n  mutation CallOffAction($input: CallOffActionInput!) {\n    callOffAction(input: $input) { __typename ... on CallOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": types.CallOffActionDocument,
    "\n  mutation ReviseAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { signOffVoided action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReviseActionDocument,
    "\n  fragment ActionsOfCase on Case {\n    id may\n    hearings { id court { name } occasion { id kind state startsAt timeZone } }\n    actions { id ...ActionSummary }\n    sharedActions { id state title }\n  }\n": types.ActionsOfCaseFragmentDoc,
    "\n  fragment CasesOfAction on AdvocacyAction {\n    id revision state saidRevision may\n    case { id }\n    cases { caseId shortId kept clear missing signed capacity }\n  }\n": types.CasesOfActionFragmentDoc,
    "\n  query CaseOfAction($id: ID!) { node(id: $id) { __typename ... on Case { id shortId may client { id publicName } } } }\n": types.CaseOfActionDocument,
    "\n  mutation AddCaseToAction($input: AddCaseToActionInput!) {\n    addCaseToAction(input: $input) { __typename ... on AddCaseToActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddCaseToActionDocument,
    "\n  mutation TakeCaseOffAction($input: TakeCaseOffActionInput!) {\n    takeCaseOffAction(input: $input) { __typename ... on TakeCaseOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": types.TakeCaseOffActionDocument,
    "\n  mutation SignOffActionForCase($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": types.SignOffActionForCaseDocument,
    "\n  mutation AnswerActionForCase($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AnswerActionForCaseDocument,
    "\n  fragment CounselsWord on AdvocacyAction {\n    id revision state title statement saidRevision may\n    case { id representedBy { id state } }\n    cases { kept signed }\n    signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } }\n    counselAnswers { id said saidRevision title statement discussedOn givenAt takenOverAt current attorney { id name } }\n    changedSinceSignOff { since title { kept text } statement { kept text } further { kept text } nameFormBefore nameForm audiencesBefore audiences usesPhotoBefore usesPhoto }\n    embargoes { field until }\n  }\n": types.CounselsWordFragmentDoc,
    "\n  mutation SignOffAction($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": types.SignOffActionDocument,
    "\n  mutation AskCounsel($input: AskCounselInput!) {\n    askCounsel(input: $input) { __typename ... on AskCounselPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": types.AskCounselDocument,
    "\n  mutation AnswerAction($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AnswerActionDocument,
    "\n  mutation TakeOverWords($input: TakeOverWordsInput!) {\n    takeOverWords(input: $input) { __typename ... on TakeOverWordsPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n": types.TakeOverWordsDocument,
    "\n  mutation ConfirmSignOffs($input: ConfirmSignOffsInput!) {\n    confirmSignOffs(input: $input) { __typename ... on ConfirmSignOffsPayload { actions { id revision state missing signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } } } } ... on UserError { message } }\n  }\n": types.ConfirmSignOffsDocument,
    "\n  mutation EmbargoAction($input: EmbargoActionInput!) {\n    embargoAction(input: $input) { __typename ... on EmbargoActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.EmbargoActionDocument,
    "\n  fragment DayOfAction on AdvocacyAction { id revision kind spokespeople pressContact runOfShow languages accessibility link lettersDueOn lead { id name } }\n": types.DayOfActionFragmentDoc,
    "\n  mutation ArrangeTheDay($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id ...DayOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ArrangeTheDayDocument,
    "\n  mutation DraftAction($input: DraftActionInput!) {\n    draftAction(input: $input) { __typename ... on DraftActionPayload { action { id ...ActionSummary } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.DraftActionDocument,
    "\n  mutation AnswerHearingMove($input: AnswerHearingMoveInput!) {\n    answerHearingMove(input: $input) { __typename ... on AnswerHearingMovePayload { action { id revision hearingMoved state } } ... on UserError { message } }\n  }\n": types.AnswerHearingMoveDocument,
    "\n  query MovingAction($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id revision title state may followsHearing hearing { id } answers { asked coming maybe } occasion { id startsAt wallStarts timeZone hourKnown } }\n    }\n  }\n": types.MovingActionDocument,
    "\n  mutation MoveAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id revision followsHearing occasion { id sequence startsAt endsAt wallStarts hourKnown } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.MoveActionDocument,
    "\n  fragment PublicPageOf on AdvocacyAction {\n    id revision may publicPage { standing url posterUrl language }\n  }\n": types.PublicPageOfFragmentDoc,
    "\n  mutation EditPublicPage($input: EditPublicPageInput!) {\n    editPublicPage(input: $input) { __typename ... on EditPublicPagePayload { action { id ...PublicPageOf } } ... on UserError { message } }\n  }\n": types.EditPublicPageDocument,
    "\n  fragment ReadyOfAction on AdvocacyAction {\n    id unready\n    warnings { what where words }\n    clashes { kind startsAt timeZone }\n  }\n": types.ReadyOfActionFragmentDoc,
    "\n  fragment SafetyOfAction on AdvocacyAction {\n    id\n    safetyPlan { id revision marshals medics legalObservers policeLiaison noPoliceLiaison legalSupportNumber counterProtest weather stopRule }\n  }\n": types.SafetyOfActionFragmentDoc,
    "\n  mutation WriteSafetyPlan($input: WriteSafetyPlanInput!) {\n    writeSafetyPlan(input: $input) { __typename ... on WriteSafetyPlanPayload { action { id ...SafetyOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.WriteSafetyPlanDocument,
    "\n  query SignOffsWaiting {\n    actions(states: [DRAFT], first: 20) {\n      edges { node { id title statement may signOffs { id current } counselAnswers { id current } case { id shortId } occasion { id kind startsAt timeZone hourKnown } ...CounselsWord } }\n    }\n  }\n": types.SignOffsWaitingDocument,
    "\n  fragment WordingsOfAction on AdvocacyAction { id revision wordings { id kind language body } }\n": types.WordingsOfActionFragmentDoc,
    "\n  mutation DraftWording($input: DraftWordingInput!) {\n    draftWording(input: $input) { __typename ... on DraftWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on UserError { message } }\n  }\n": types.DraftWordingDocument,
    "\n  mutation WriteWording($input: WriteWordingInput!) {\n    writeWording(input: $input) { __typename ... on WriteWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.WriteWordingDocument,
    "\n  mutation RecordAppearance($input: RecordAppearanceInput!) {\n    recordAppearance(input: $input) { __typename ... on RecordAppearancePayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordAppearanceDocument,
    "\n  mutation AskWithdrawal($input: AskWithdrawalInput!) {\n    askWithdrawal(input: $input) { __typename ... on AskWithdrawalPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AskWithdrawalDocument,
    "\n  mutation RecordWithdrawalDecision($input: RecordWithdrawalDecisionInput!) {\n    recordWithdrawalDecision(input: $input) { __typename ... on RecordWithdrawalDecisionPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordWithdrawalDecisionDocument,
    "\n  query AttorneyRecorded($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id name\n        attorney { qualification barStates goodStanding eoirRegistered accreditation accreditedUntil statementFiled admittedCourts languages openToOffers mostCases hoursAMonth places remote interests wantsMentor supervisor { id } mentor { id } conflictsContact { id } }\n      }\n    }\n  }\n": types.AttorneyRecordedDocument,
    "\n  mutation RecordAttorney($input: RecordAttorneyInput!) {\n    recordAttorney(input: $input) { __typename ... on RecordAttorneyPayload { person { id attorney { qualification languages openToOffers } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordAttorneyDocument,
    "\n  mutation SendConflictSheet($input: SendConflictSheetInput!) {\n    sendConflictSheet(input: $input) { __typename ... on SendConflictSheetPayload { sheet { id found answer contact { id name } } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n": types.SendConflictSheetDocument,
    "\n  query ConflictNames($after: String) {\n    conflictNames(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id side name } } }\n  }\n": types.ConflictNamesDocument,
    "\n  mutation AddConflictNames($input: AddConflictNamesInput!) {\n    addConflictNames(input: $input) { __typename ... on AddConflictNamesPayload { added } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddConflictNamesDocument,
    "\n  mutation RemoveConflictNames($input: RemoveConflictNamesInput!) {\n    removeConflictNames(input: $input) { __typename ... on RemoveConflictNamesPayload { removed } ... on UserError { message } }\n  }\n": types.RemoveConflictNamesDocument,
    "\n  query ConflictSheets {\n    conflictSheets { id revision sentAt openUntil found answer answeredAt closedAt attorney { id name } askedBy { id name } contents { names relatives employers adverseParties } }\n  }\n": types.ConflictSheetsDocument,
    "\n  mutation AnswerConflictSheet($input: AnswerConflictSheetInput!) {\n    answerConflictSheet(input: $input) { __typename ... on AnswerConflictSheetPayload { sheet { id revision answer answeredAt closedAt contents { names relatives employers adverseParties } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AnswerConflictSheetDocument,
    "\n  mutation OfferAssignments($input: OfferAssignmentsInput!) {\n    offerAssignments(input: $input) { __typename ... on OfferAssignmentsPayload { assignments { id } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n": types.OfferAssignmentsDocument,
    "\n  query BeforeOffering($caseId: ID!) {\n    node(id: $caseId) {\n      __typename\n      ... on Case { id shortId client { id publicName language } nextHearing { id occasion { id kind startsAt timeZone hourKnown } court { id name } } leadOrganization { id name } consents { id purpose standing } team { id person { id } } }\n    }\n  }\n": types.BeforeOfferingDocument,
    "\n  query CaseToOffer($id: ID!) {\n    node(id: $id) { __typename ... on Case { id may proceedings { id kind } assignments { id state lapsed expiresAt attorney { id name } } } }\n  }\n": types.CaseToOfferDocument,
    "\n  query Offers {\n    offers { id revision scope state blurb offer { language region country minor court track remote hours expiresAt nextHearingKind nextHearingDate blurb } }\n  }\n": types.OffersDocument,
    "\n  mutation AcceptAssignment($input: AcceptAssignmentInput!) {\n    acceptAssignment(input: $input) { __typename ... on AcceptAssignmentPayload { assignment { id revision state } case { id shortId } } ... on UserError { message } }\n  }\n": types.AcceptAssignmentDocument,
    "\n  mutation DeclineAssignment($input: DeclineAssignmentInput!) {\n    declineAssignment(input: $input) { __typename ... on DeclineAssignmentPayload { assignment { id revision state } } ... on UserError { message } }\n  }\n": types.DeclineAssignmentDocument,
    "\n  fragment RepresentationOfCase on Case {\n    id may\n    proceedings { id kind }\n    assignments {\n      id revision scope state lapsed offeredAt expiresAt engagedAt ofRecordAt answeredAt endedAt\n      attorney { id name } organization { id name } proceeding { id kind }\n      appearances { id revision form formScope primary ofRecord allows citation enteredAt withdrawalAskedAt endedAt proceeding { id kind } }\n      sheets { id sentAt found answer answeredAt closedAt question contact { id name } }\n    }\n  }\n": types.RepresentationOfCaseFragmentDoc,
    "\n  mutation WithdrawAssignment($input: WithdrawAssignmentInput!) {\n    withdrawAssignment(input: $input) { __typename ... on WithdrawAssignmentPayload { assignment { id revision state } case { id ...RepresentationOfCase } } ... on UserError { message } }\n  }\n": types.WithdrawAssignmentDocument,
    "\n  mutation SeatColleague($input: SeatColleagueInput!) {\n    seatColleague(input: $input) { __typename ... on SeatColleaguePayload { member { id } case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SeatColleagueDocument,
    "\n  mutation GiveConsentToSeekCounsel($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { consent { id standing } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.GiveConsentToSeekCounselDocument,
    "\n  query SuggestCounsel($caseId: ID!) {\n    suggestCounsel(caseId: $caseId) {\n      __typename\n      ... on CounselSuggestions { suggestions { person { id name } mayAppear citation because against } }\n      ... on UserError { message }\n    }\n  }\n": types.SuggestCounselDocument,
    "\n  mutation ReportAttendance($input: ReportAttendanceInput!) {\n    reportAttendance(input: $input) { __typename ... on ReportAttendancePayload { occasion { id attendance { id revision } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReportAttendanceDocument,
    "\n  mutation PairCompanions($input: PairCompanionsInput!) {\n    pairCompanions(input: $input) { __typename ... on PairCompanionsPayload { companion { id joined { id } } } ... on UserError { message } }\n  }\n": types.PairCompanionsDocument,
    "\n  mutation ArrangeSeats($input: ArrangeSeatsInput!) {\n    arrangeSeats(input: $input) { __typename ... on ArrangeSeatsPayload { occasion { id seating { id seats heldBack inOrder booked held listed } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ArrangeSeatsDocument,
    "\n  query Availability($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person { id attorney { revision openToOffers mostCases remote languages interests halfDays barStates admittedCourts eoirRegistered absences { id firstDay lastDay } } }\n    }\n  }\n": types.AvailabilityDocument,
    "\n  mutation SayAvailability($input: SayAvailabilityInput!) {\n    sayAvailability(input: $input) { __typename ... on SayAvailabilityPayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SayAvailabilityDocument,
    "\n  mutation RecordAbsence($input: RecordAbsenceInput!) {\n    recordAbsence(input: $input) { __typename ... on RecordAbsencePayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordAbsenceDocument,
    "\n  mutation TakeBackAbsence($input: TakeBackAbsenceInput!) {\n    takeBackAbsence(input: $input) { __typename ... on TakeBackAbsencePayload { person { id } } ... on UserError { message } }\n  }\n": types.TakeBackAbsenceDocument,
    "\n  query BondLaw($shortId: String!, $asOf: Date) {\n    case(shortId: $shortId) {\n      id may\n      bondGrounds { basis entry charges }\n      bondEligibility(asOf: $asOf) {\n        asOf facility state district circuit stance gaps narrowed\n        arguments { key side sentence citation inForceFrom dayKnown ifTheirs status read unverified }\n        burden { on sentence citation read unverified }\n      }\n    }\n  }\n": types.BondLawDocument,
    "\n  mutation RecordBondGrounds($input: RecordBondGroundsInput!) {\n    recordBondGrounds(input: $input) { __typename ... on RecordBondGroundsPayload { case { id bondGrounds { basis entry charges } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordBondGroundsDocument,
    "\n  fragment BondOfCase on Case {\n    id shortId may custodyStatus\n    bondAmount { amount }\n    bondFund { link }\n    bond {\n      id revision stage nextStages\n      steps { number stage on source recordedAt recordedBy { id name } undoneAt dhsCustody dhsAmount judgeOrder amount reservesAppeal appealedBy obligorKind obligor receipt details }\n      clocks { kind runsFrom length counting due state authority verified }\n    }\n  }\n": types.BondOfCaseFragmentDoc,
    "\n  mutation UndoBondStage($input: UndoBondStageInput!) {\n    undoBondStage(input: $input) { __typename ... on UndoBondStagePayload { case { id ...BondOfCase } } ... on UserError { message } }\n  }\n": types.UndoBondStageDocument,
    "\n  mutation NameBondFund($input: NameBondFundInput!) {\n    nameBondFund(input: $input) { __typename ... on NameBondFundPayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.NameBondFundDocument,
    "\n  mutation RecordBondStage($input: RecordBondStageInput!) {\n    recordBondStage(input: $input) { __typename ... on RecordBondStagePayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordBondStageDocument,
    "\n  query DateCard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing {\n        id judge dateStanding closedToPublic location { id name street city state }\n        occasion { id medium room joinUrl placeStreet placeCity }\n        case { id may representedBy { id state attorney { id name } } }\n      }\n      ... on AdvocacyAction { id may state answers { asked coming } occasion { id medium room placeStreet placeCity } }\n      ... on Occasion { id medium room placeStreet placeCity }\n    }\n  }\n": types.DateCardDocument,
    "\n  query CalendarAttorneys {\n    attorneys { id name }\n  }\n": types.CalendarAttorneysDocument,
    "\n  query CalendarCases($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n": types.CalendarCasesDocument,
    "\n  fragment CalendarEntries on CalendarEntry {\n    occasion { id kind state startsAt endsAt wallStarts timeZone hourKnown room placeName }\n    hearing { id court { id name } proceeding { id kind } }\n    action { id title plannedByUs }\n    case { id shortId audience client { id publicName } }\n  }\n": types.CalendarEntriesFragmentDoc,
    "\n  fragment CallsOfCase on Case {\n    id may\n    callLog { id calledAt callerName caller { id name } told takenBy { id name } followUp { id title doneAt } }\n  }\n": types.CallsOfCaseFragmentDoc,
    "\n  mutation LogCall($input: LogCallInput!) {\n    logCall(input: $input) { __typename ... on LogCallPayload { case { id ...CallsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.LogCallDocument,
    "\n  query CallQueue {\n    unconfirmedChanges {\n      id kind wasStartsAt wasTimeZone wasHourKnown\n      case { id shortId }\n      occasion { id kind state startsAt timeZone hourKnown }\n      acknowledgements { id audience state dueBy callOutcome calledAt calledBy { name } person { id name } }\n    }\n  }\n": types.CallQueueDocument,
    "\n  query NumberToCall($id: ID!) {\n    node(id: $id) { __typename ... on Person { id language contacts { id channel address stopped bounced } } }\n  }\n": types.NumberToCallDocument,
    "\n  query FileToMerge($id: ID!) {\n    node(id: $id) { __typename ... on Case { id shortId priority client { id publicName hasPublicName legalName aNumbers birthDate countryOfBirth nationality gender language } } }\n  }\n": types.FileToMergeDocument,
    "\n  mutation BreakGlass($input: BreakGlassInput!) {\n    breakGlass(input: $input) { __typename ... on BreakGlassPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.BreakGlassDocument,
    "\n  query BoardGroups($filter: CaseFilter, $order: CaseOrder, $by: CaseGrouping, $backwards: Boolean!) {\n    boardGroups(filter: $filter, order: $order, by: $by, backwards: $backwards) { key count name landmarks }\n  }\n": types.BoardGroupsDocument,
    "\n  query BoardHeldAt($id: ID!) { node(id: $id) { __typename ... on Facility { id name } } }\n": types.BoardHeldAtDocument,
    "\n  fragment CaseHeader on Case {\n    id shortId stage custodyStatus priority noPublicity onHold missing reach audience openedAt tags\n    client { id publicName legalName aNumbers aliases birthDate language countryOfBirth minor identityShown }\n    coordinator { id name }\n    leadOrganization { id name }\n    whereNow { id source confidence checkedAt facility { id name city state } }\n    whereabouts { confidence checkedAt facility { id name city state } }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id state attorney { id name } }\n    mergedInto { id shortId }\n    ...MergesOfCase\n  }\n": types.CaseHeaderFragmentDoc,
    "\n  fragment EditableCase on Case {\n    id revision may stage priority noPublicity onHold audience tags\n    client { id publicName hasPublicName legalName aNumbers aliases birthDate countryOfBirth nationality gender language minor identityShown }\n    coordinator { id name }\n  }\n": types.EditableCaseFragmentDoc,
    "\n  mutation CloseCase($input: CloseCaseInput!) {\n    closeCase(input: $input) { __typename ... on CloseCasePayload { case { id ...CaseHeader ...EditableCase } } ... on UserError { message } }\n  }\n": types.CloseCaseDocument,
    "\n  mutation ShareCase($input: ShareCaseInput!) {\n    shareCase(input: $input) { __typename ... on ShareCasePayload { case { id } } ... on UserError { message } }\n  }\n": types.ShareCaseDocument,
    "\n  mutation UpdateCase($input: UpdateCaseInput!) {\n    updateCase(input: $input) { __typename ... on UpdateCasePayload { case { id ...CaseHeader ...EditableCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.UpdateCaseDocument,
    "\n  mutation EraseCase($input: EraseCaseInput!) {\n    eraseCase(input: $input) { __typename ... on EraseCasePayload { shortId } ... on UserError { message } }\n  }\n": types.EraseCaseDocument,
    "\n  fragment MergesOfCase on Case {\n    id may\n    mergedInto { id shortId }\n    merges { id mergedAt undoneAt mergedCase { id shortId } mergedBy { id name } }\n  }\n": types.MergesOfCaseFragmentDoc,
    "\n  mutation MergeCases($input: MergeCasesInput!) {\n    mergeCases(input: $input) { __typename ... on MergeCasesPayload { case { id ...CaseHeader } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.MergeCasesDocument,
    "\n  mutation UndoMerge($input: UndoMergeInput!) {\n    undoMerge(input: $input) { __typename ... on UndoMergePayload { case { id ...CaseHeader } mergedCase { id shortId } } ... on UserError { message } }\n  }\n": types.UndoMergeDocument,
    "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) { __typename ... on SaveViewPayload { savedView { id revision name address } organization { id savedViews { id } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SaveViewDocument,
    "\n  mutation TakeInCase($input: TakeInCaseInput!) {\n    takeInCase(input: $input) {\n      __typename\n      ... on TakeInCasePayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": types.TakeInCaseDocument,
    "\n  query PossibleMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n": types.PossibleMatchesDocument,
    "\n  query SavedViews {\n    viewer { organization { id savedViews { id revision name address shared mine favourite opensWith savedBy { id name } } } }\n  }\n": types.SavedViewsDocument,
    "\n  mutation ShareView($input: ShareViewInput!) {\n    shareView(input: $input) { __typename ... on ShareViewPayload { savedView { id revision shared } } ... on UserError { message } }\n  }\n": types.ShareViewDocument,
    "\n  mutation RemoveView($input: RemoveViewInput!) {\n    removeView(input: $input) { __typename ... on RemoveViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n": types.RemoveViewDocument,
    "\n  mutation PutBackView($input: PutBackViewInput!) {\n    putBackView(input: $input) { __typename ... on PutBackViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n": types.PutBackViewDocument,
    "\n  mutation MarkView($input: MarkViewInput!) {\n    markView(input: $input) { __typename ... on MarkViewPayload { savedView { id favourite opensWith } organization { id savedViews { id opensWith } } } ... on UserError { message } }\n  }\n": types.MarkViewDocument,
    "\n  query CaseStory($shortId: String!, $after: String) {\n    case(shortId: $shortId) {\n      id\n      story(first: 50, after: $after) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { key kind at day timeZone ahead what state outcome audience place name dueOn } }\n      }\n    }\n  }\n": types.CaseStoryDocument,
    "\n  query TrailPeople($shortId: String!) {\n    case(shortId: $shortId) { id coordinator { id name } team { id person { id name } } }\n  }\n": types.TrailPeopleDocument,
    "\n  query CaseTrail($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason } }\n      }\n    }\n  }\n": types.CaseTrailDocument,
    "\n  query TrailChanges($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason changes } }\n      }\n    }\n  }\n": types.TrailChangesDocument,
    "\n  fragment BoardRow on Case {\n    id shortId revision stage custodyStatus priority noPublicity missing reach audience tags openedAt\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    whereNow { id facility { id name city state } }\n    nextOccasion { id kind startsAt timeZone hourKnown }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id attorney { id name } }\n  }\n": types.BoardRowFragmentDoc,
    "\n  query BoardWindow($filter: CaseFilter, $order: CaseOrder, $backwards: Boolean!, $after: String) {\n    cases(filter: $filter, order: $order, backwards: $backwards, first: 50, after: $after) {\n      edges { node { id ...BoardRow } }\n    }\n  }\n": types.BoardWindowDocument,
    "\n  query ChooseColleague {\n    viewer { organization { id members { role person { id name } } } }\n  }\n": types.ChooseColleagueDocument,
    "\n  mutation UpdateCases($input: UpdateCasesInput!) {\n    updateCases(input: $input) {\n      __typename\n      ... on UpdateCasesPayload {\n        changed { case { id shortId revision stage priority tags coordinator { id name } } back { caseId expectedRevision stage priority coordinatorId nobody addTags removeTags } }\n        notChanged { caseId message }\n      }\n      ... on UserError { message }\n    }\n  }\n": types.UpdateCasesDocument,
    "\n  query WhoChangedCase($shortId: String!) {\n    case(shortId: $shortId) { id revision stage priority tags coordinator { id name } trail(first: 10) { edges { node { seq by act } } } }\n  }\n": types.WhoChangedCaseDocument,
    "\n  query ChangesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id may hearings { id occasion { id ...ChangesOfOccasion } } }\n  }\n": types.ChangesOfCaseDocument,
    "\n  fragment ChangesOfOccasion on Occasion {\n    id kind state sequence startsAt endsAt timeZone hourKnown\n    openChanges {\n      id kind sequence at wasStartsAt wasTimeZone wasHourKnown told delivered confirmed owing crowdTold crowdDelivered crowdConfirmed\n      by { id name }\n      mine { id }\n      acknowledgements {\n        id audience state dueBy acknowledgedAt how callOutcome calledAt channels reachable\n        person { id name } calledBy { name } replacedBy { name }\n        escalations { rung at undelivered called }\n      }\n    }\n  }\n": types.ChangesOfOccasionFragmentDoc,
    "\n  mutation AcknowledgeChange($input: AcknowledgeChangeInput!) {\n    acknowledgeChange(input: $input) { __typename ... on AcknowledgeChangePayload { occasion { id ...ChangesOfOccasion } } ... on UserError { message } }\n  }\n": types.AcknowledgeChangeDocument,
    "\n  mutation RecordReached($input: RecordReachedInput!) {\n    recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordReachedDocument,
    "\n  mutation ResendChange($input: ResendChangeInput!) {\n    resendChange(input: $input) { __typename ... on ResendChangePayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ResendChangeDocument,
    "\n  query UnconfirmedChanges {\n    unconfirmedChanges {\n      id kind told confirmed owing\n      case { id shortId }\n      occasion { id kind startsAt timeZone hourKnown }\n      acknowledgements { id state person { id name } }\n    }\n  }\n": types.UnconfirmedChangesDocument,
    "\n  fragment CheckInsOfCase on Case {\n    id may custodyStatus\n    supervisions { id revision kind terms beganAt endedAt }\n    checkIns { id revision office outcome occasion { id state startsAt timeZone hourKnown placeName } accompaniers { id revision state person { id name } } }\n  }\n": types.CheckInsOfCaseFragmentDoc,
    "\n  mutation RecordSupervision($input: RecordSupervisionInput!) {\n    recordSupervision(input: $input) { __typename ... on RecordSupervisionPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordSupervisionDocument,
    "\n  mutation ScheduleCheckIn($input: ScheduleCheckInInput!) {\n    scheduleCheckIn(input: $input) { __typename ... on ScheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ScheduleCheckInDocument,
    "\n  mutation RescheduleCheckIn($input: RescheduleCheckInInput!) {\n    rescheduleCheckIn(input: $input) { __typename ... on RescheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RescheduleCheckInDocument,
    "\n  mutation CancelCheckIn($input: CancelCheckInInput!) {\n    cancelCheckIn(input: $input) { __typename ... on CancelCheckInPayload { case { id ...CheckInsOfCase } } ... on UserError { message } }\n  }\n": types.CancelCheckInDocument,
    "\n  mutation ReportCheckIn($input: ReportCheckInInput!) {\n    reportCheckIn(input: $input) { __typename ... on ReportCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReportCheckInDocument,
    "\n  mutation NameAccompanier($input: NameAccompanierInput!) {\n    nameAccompanier(input: $input) { __typename ... on NameAccompanierPayload { case { id ...CheckInsOfCase } } ... on NotCleared { missing } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.NameAccompanierDocument,
    "\n  mutation BlurPicture($input: BlurPictureInput!) {\n    blurPicture(input: $input) { __typename ... on BlurPicturePayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.BlurPictureDocument,
    "\n  query SightingDesks {\n    sightingDesks { handle supportPhone closedAt organization { id } shares { partner { id name } } }\n  }\n": types.SightingDesksDocument,
    "\n  mutation OpenSightingDesk($input: OpenSightingDeskInput!) {\n    openSightingDesk(input: $input) { __typename ... on OpenSightingDeskPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.OpenSightingDeskDocument,
    "\n  mutation CloseSightingDesk($input: CloseSightingDeskInput!) {\n    closeSightingDesk(input: $input) { __typename ... on CloseSightingDeskPayload { desk { handle } } ... on UserError { message } }\n  }\n": types.CloseSightingDeskDocument,
    "\n  mutation ShareSightings($input: ShareSightingsInput!) {\n    shareSightings(input: $input) { __typename ... on ShareSightingsPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ShareSightingsDocument,
    "\n  mutation StopSharingSightings($input: StopSharingSightingsInput!) {\n    stopSharingSightings(input: $input) { __typename ... on StopSharingSightingsPayload { desk { handle } } ... on UserError { message } }\n  }\n": types.StopSharingSightingsDocument,
    "\n  query ListedGroups {\n    listedGroups { id revision name works towns languages phone note checkedOn }\n  }\n": types.ListedGroupsDocument,
    "\n  query Referrals {\n    referrals { id whom need agreement referredAt group { id name } referredBy { id name } }\n  }\n": types.ReferralsDocument,
    "\n  mutation ListGroup($input: ListGroupInput!) {\n    listGroup(input: $input) { __typename ... on ListGroupPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ListGroupDocument,
    "\n  mutation CorrectListing($input: CorrectListingInput!) {\n    correctListing(input: $input) { __typename ... on CorrectListingPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CorrectListingDocument,
    "\n  mutation DelistGroup($input: DelistGroupInput!) {\n    delistGroup(input: $input) { __typename ... on DelistGroupPayload { groupId } ... on UserError { message } }\n  }\n": types.DelistGroupDocument,
    "\n  mutation ReferPerson($input: ReferPersonInput!) {\n    referPerson(input: $input) { __typename ... on ReferPersonPayload { referral { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReferPersonDocument,
    "\n  fragment SightingFacts on Sighting {\n    id kind state seenAt timeZone town place howMany what withheld heldAt\n    organization { id name }\n    pictures { id blurredAt address }\n  }\n": types.SightingFactsFragmentDoc,
    "\n  query Responders {\n    responders { id revision towns days onCallFrom onCallUntil timeZone person { id name } }\n  }\n": types.RespondersDocument,
    "\n  mutation EnlistResponder($input: EnlistResponderInput!) {\n    enlistResponder(input: $input) { __typename ... on EnlistResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.EnlistResponderDocument,
    "\n  mutation ChangeResponder($input: ChangeResponderInput!) {\n    changeResponder(input: $input) { __typename ... on ChangeResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ChangeResponderDocument,
    "\n  mutation DismissResponder($input: DismissResponderInput!) {\n    dismissResponder(input: $input) { __typename ... on DismissResponderPayload { responder { id } } ... on UserError { message } }\n  }\n": types.DismissResponderDocument,
    "\n  query Schools {\n    schools { id revision name town contactName contactPhone whoToCall plan reviewedOn }\n  }\n": types.SchoolsDocument,
    "\n  mutation KeepSchool($input: KeepSchoolInput!) {\n    keepSchool(input: $input) { __typename ... on KeepSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.KeepSchoolDocument,
    "\n  mutation CorrectSchool($input: CorrectSchoolInput!) {\n    correctSchool(input: $input) { __typename ... on CorrectSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CorrectSchoolDocument,
    "\n  mutation DropSchool($input: DropSchoolInput!) {\n    dropSchool(input: $input) { __typename ... on DropSchoolPayload { schoolId } ... on UserError { message } }\n  }\n": types.DropSchoolDocument,
    "\n  fragment ConfirmedSighting on Sighting {\n    id ...SightingFacts\n    reporter { name contact language legalMayAsk }\n    account { place howMany what }\n  }\n": types.ConfirmedSightingFragmentDoc,
    "\n  query Sightings {\n    sightings { id ...ConfirmedSighting }\n  }\n": types.SightingsDocument,
    "\n  mutation TakeInSighting($input: TakeInSightingInput!) {\n    takeInSighting(input: $input) { __typename ... on TakeInSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.TakeInSightingDocument,
    "\n  mutation RecordIncidentOfSighting($input: RecordIncidentOfSightingInput!) {\n    recordIncidentOfSighting(input: $input) { __typename ... on RecordIncidentOfSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordIncidentOfSightingDocument,
    "\n  fragment SightingToVerify on Sighting {\n    id revision state toldAt heldAt town\n    ...SightingFacts\n    recordedBy { id name }\n    account { place howMany what }\n    reporter { name contact language legalMayAsk }\n    pictures { id revision blurredAt address }\n    dispatches { id state person { id name } }\n  }\n": types.SightingToVerifyFragmentDoc,
    "\n  query SightingsToVerify {\n    sightingsToVerify { id ...SightingToVerify }\n  }\n": types.SightingsToVerifyDocument,
    "\n  mutation ConfirmSighting($input: ConfirmSightingInput!) {\n    confirmSighting(input: $input) { __typename ... on ConfirmSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ConfirmSightingDocument,
    "\n  mutation MarkSightingUnfounded($input: MarkSightingUnfoundedInput!) {\n    markSightingUnfounded(input: $input) { __typename ... on MarkSightingUnfoundedPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n": types.MarkSightingUnfoundedDocument,
    "\n  mutation HoldSighting($input: HoldSightingInput!) {\n    holdSighting(input: $input) { __typename ... on HoldSightingPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n": types.HoldSightingDocument,
    "\n  mutation DispatchResponders($input: DispatchRespondersInput!) {\n    dispatchResponders(input: $input) { __typename ... on DispatchRespondersPayload { called sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.DispatchRespondersDocument,
    "\n  mutation RecordSighting($input: RecordSightingInput!) {\n    recordSighting(input: $input) { __typename ... on RecordSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordSightingDocument,
    "\n  fragment ConsentsOfCase on Case {\n    id may\n    client { id language }\n    safeguard { doubtedSince why doubtedBy { id name } }\n    consentInterviews { id officials courtroom press photo fullName givenBy heard language interpreter witness relayedBy script guardianAdverse askedAt recordedBy { id name } }\n    ...RetractionsOfCase\n    consents { id revision purpose audience channel nameForm place photo story bond state standing givenBy heard confirmedAt confirmedIn givenAt expiresAt endedAt recordedBy { id name } confirmedBy { id name } }\n  }\n": types.ConsentsOfCaseFragmentDoc,
    "\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.GiveConsentDocument,
    "\n  mutation ConfirmConsent($input: ConfirmConsentInput!) {\n    confirmConsent(input: $input) { __typename ... on ConfirmConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ConfirmConsentDocument,
    "\n  mutation PauseConsent($input: PauseConsentInput!) {\n    pauseConsent(input: $input) { __typename ... on PauseConsentPayload { calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n": types.PauseConsentDocument,
    "\n  mutation ResumeConsent($input: ResumeConsentInput!) {\n    resumeConsent(input: $input) { __typename ... on ResumeConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ResumeConsentDocument,
    "\n  mutation DoubtCapacity($input: DoubtCapacityInput!) {\n    doubtCapacity(input: $input) { __typename ... on DoubtCapacityPayload { case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n": types.DoubtCapacityDocument,
    "\n  mutation NarrowConsent($input: NarrowConsentInput!) {\n    narrowConsent(input: $input) { __typename ... on NarrowConsentPayload { consent { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.NarrowConsentDocument,
    "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { __typename ... on WithdrawConsentPayload { cannotBeRecalled calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n": types.WithdrawConsentDocument,
    "\n  mutation RecordConsentInterview($input: RecordConsentInterviewInput!) {\n    recordConsentInterview(input: $input) { __typename ... on RecordConsentInterviewPayload { consents { id state } case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordConsentInterviewDocument,
    "\n  fragment RetractionsOfCase on Case {\n    id\n    retractions { id revision kind audience messages toldAt answer person { id name } caller { id name } toldBy { id name } action { id title } }\n  }\n": types.RetractionsOfCaseFragmentDoc,
    "\n  mutation TickOffRetraction($input: TickOffRetractionInput!) {\n    tickOffRetraction(input: $input) { __typename ... on TickOffRetractionPayload { case { id ...RetractionsOfCase } } ... on UserError { message } }\n  }\n": types.TickOffRetractionDocument,
    "\n  fragment CourtHearing on Hearing {\n    id revision reportedAt\n    case { id shortId may client { id publicName } coordinator { id name } leadOrganization { id phone } }\n    occasion { id kind state startsAt endsAt timeZone hourKnown placeName placeStreet placeCity room medium joinUrl }\n  }\n": types.CourtHearingFragmentDoc,
    "\n  query MyDates($range: CalendarRange!) { calendar(range: $range) { hearing { id ...CourtHearing } } }\n": types.MyDatesDocument,
    "\n  fragment CustodyOfCase on Case {\n    id may custodyStatus reach\n    whereNow { id }\n    custody { id place bookedInAt bookedOutAt releaseReason source confidence checkedAt checkedBy { id name } facility { id name city state timeZone latitude longitude locationPrecision } }\n    proceedings { id kind court { id name city state latitude longitude } }\n    nextHearing { id court { id name city state latitude longitude } }\n    custodyHistory { kind began ended hours stale stintId }\n    locatorChecks { id source found checkedAt checkedBy { id name } }\n  }\n": types.CustodyOfCaseFragmentDoc,
    "\n  mutation RecordCustody($input: RecordCustodyInput!) {\n    recordCustody(input: $input) { __typename ... on RecordCustodyPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordCustodyDocument,
    "\n  mutation TakeBackLook($input: TakeBackLookInput!) {\n    takeBackLook(input: $input) { __typename ... on TakeBackLookPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on UserError { message } }\n  }\n": types.TakeBackLookDocument,
    "\n  mutation RecordTransfer($input: RecordTransferInput!) {\n    recordTransfer(input: $input) { __typename ... on RecordTransferPayload { case { id ...CustodyOfCase } changes { what before after } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordTransferDocument,
    "\n  mutation RecordRelease($input: RecordReleaseInput!) {\n    recordRelease(input: $input) { __typename ... on RecordReleasePayload { calledOff case { id ...CustodyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordReleaseDocument,
    "\n  fragment TransferOfCase on Case {\n    id may\n    alarms { kind rings nextStep since who why expected expectedAt expectedBy courtId court facilityId facility checkedAt }\n    transfers { id leftAt arrivedAt fromFacility toFacility timeZone source confidence changes { what before after } checklist { id what title revision dueAt doneAt owner } }\n    habeasClock { arrestedAt firstMovedAt hours }\n    habeasFilings { id filedAt district circuit confidence facility { id name } }\n  }\n": types.TransferOfCaseFragmentDoc,
    "\n  mutation MarkExpected($input: MarkExpectedInput!) {\n    markExpected(input: $input) { __typename ... on MarkExpectedPayload { case { id ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.MarkExpectedDocument,
    "\n  mutation UnmarkExpected($input: UnmarkExpectedInput!) {\n    unmarkExpected(input: $input) { __typename ... on UnmarkExpectedPayload { case { id ...TransferOfCase } } ... on UserError { message } }\n  }\n": types.UnmarkExpectedDocument,
    "\n  mutation CompleteTransferTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id revision doneAt } } ... on UserError { message } }\n  }\n": types.CompleteTransferTaskDocument,
    "\n  query PreviewTransfer($caseId: ID!, $facilityId: ID!, $confidence: Confidence!) {\n    previewTransfer(caseId: $caseId, facilityId: $facilityId, confidence: $confidence) {\n      __typename\n      ... on TransferPreview {\n        case { id representedBy { id attorney { id name } } }\n        changes { what before after }\n        hearings { id occasion { id kind startsAt timeZone hourKnown } court { id name } }\n        clocks { dueOn dueAt deadline { id name timeZone dueOn dueAt } }\n        tasks court rings\n        tellings { ...TellingLine }\n      }\n      ... on UserError { message }\n    }\n  }\n": types.PreviewTransferDocument,
    "\n  fragment Shifts on Organization {\n    id timeZone\n    shifts { id name phone runs beginsAt endsAt boundAt promisedAt refusedAt lastUsedAt endedAt endedBy checked given startedBy { id name } }\n  }\n": types.ShiftsFragmentDoc,
    "\n  mutation StartShift($input: StartShiftInput!) {\n    startShift(input: $input) { __typename ... on StartShiftPayload { address code shift { id name phone } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.StartShiftDocument,
    "\n  mutation EndShift($input: EndShiftInput!) {\n    endShift(input: $input) { __typename ... on EndShiftPayload { shift { id runs endedAt endedBy } } ... on UserError { message } }\n  }\n": types.EndShiftDocument,
    "\n  mutation EndShifts($input: EndShiftsInput!) {\n    endShifts(input: $input) { __typename ... on EndShiftsPayload { ended } ... on UserError { message } }\n  }\n": types.EndShiftsDocument,
    "\n  fragment DatesToCheck on Organization {\n    id\n    datesToCheck { because hearing { id checkedAt court { id name } case { id shortId } occasion { id kind startsAt timeZone hourKnown } } }\n  }\n": types.DatesToCheckFragmentDoc,
    "\n  query RecomputeDeadlines($caseId: ID!, $asOf: Date!) {\n    recomputeDeadlines(caseId: $caseId, asOf: $asOf) { dueOn dueAt moves citation trace deadline { id name timeZone dueOn dueAt ...RunsFrom } }\n  }\n": types.RecomputeDeadlinesDocument,
    "\n  mutation SetCourtDeadline($input: SetCourtDeadlineInput!) {\n    setCourtDeadline(input: $input) { __typename ... on SetCourtDeadlinePayload { deadline { state } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SetCourtDeadlineDocument,
    "\n  fragment DeadlineRow on Deadline {\n    id revision state rule name action ordered binds trigger triggeredOn triggeredAt timeZone dueOn dueAt computedOn\n    citation inForceFrom inForceUntil litigationStatus unverified note trace setByCourt setAsideReason\n    confirmedAt confirmedBy { id name } filedAt receivedAt movedBecause fellAwayAt ...RunsFrom\n    inPlaceOf { id dueOn dueAt timeZone }\n  }\n": types.DeadlineRowFragmentDoc,
    "\n  mutation ConfirmDeadline($input: ConfirmDeadlineInput!) {\n    confirmDeadline(input: $input) { __typename ... on ConfirmDeadlinePayload { case { id ...DeadlinesOfCase } } ... on UserError { message } }\n  }\n": types.ConfirmDeadlineDocument,
    "\n  mutation SetAsideDeadline($input: SetAsideDeadlineInput!) {\n    setAsideDeadline(input: $input) { __typename ... on SetAsideDeadlinePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SetAsideDeadlineDocument,
    "\n  mutation RecordOutage($input: RecordOutageInput!) {\n    recordOutage(input: $input) { __typename ... on RecordOutagePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordOutageDocument,
    "\n  fragment DeadlinesOfCase on Case {\n    id may\n    deadlines { id state fellAwayAt ...DeadlineRow }\n  }\n": types.DeadlinesOfCaseFragmentDoc,
    "\n  mutation RecordFiling($input: RecordFilingInput!) {\n    recordFiling(input: $input) { __typename ... on RecordFilingPayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordFilingDocument,
    "\n  query NearDeadlines {\n    cases(filter: { need: DEADLINE_NEAR }, first: 10) {\n      edges { node { id shortId may client { id publicName } deadlines { id state fellAwayAt dueOn dueAt ...DeadlineRow } } }\n    }\n  }\n": types.NearDeadlinesDocument,
    "\n  fragment RunsFrom on Deadline {\n    trigger triggeredOn triggeredAt timeZone\n    hearing { id occasion { id kind startsAt timeZone hourKnown } }\n    proceeding { id kind }\n  }\n": types.RunsFromFragmentDoc,
    "\n  mutation WorkOutDeadlines($input: WorkOutDeadlinesInput!) {\n    workOutDeadlines(input: $input) { __typename ... on WorkOutDeadlinesPayload { moved { why } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.WorkOutDeadlinesDocument,
    "\n  mutation RecordDetainer($input: RecordDetainerInput!) {\n    recordDetainer(input: $input) { __typename ... on RecordDetainerPayload { detainer { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordDetainerDocument,
    "\n  mutation CorrectDetainer($input: CorrectDetainerInput!) {\n    correctDetainer(input: $input) { __typename ... on CorrectDetainerPayload { detainer { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CorrectDetainerDocument,
    "\n  query CaseDetainers($shortId: String!) {\n    case(shortId: $shortId) {\n      id may\n      detainers {\n        id revision agency form formEdition receivedAt timeZone heldOnItFrom copy copyGivenAt copyLanguage recorded ground warrant shown reportLine followUp\n        reviewedAt reviewedBy { id name } recordedBy { id name } writtenAt\n        statute { code citation inForceFrom read says saysEs addedOffenses addedOffensesRead }\n        expiry { at countedFrom fromReceipt notCounted citation }\n      }\n    }\n  }\n": types.CaseDetainersDocument,
    "\n  mutation ReviewDetainer($input: ReviewDetainerInput!) {\n    reviewDetainer(input: $input) { __typename ... on ReviewDetainerPayload { detainer { id revision reviewedAt } } ... on UserError { message } }\n  }\n": types.ReviewDetainerDocument,
    "\n  mutation MarkDocument($input: MarkDocumentInput!) {\n    markDocument(input: $input) { __typename ... on MarkDocumentPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": types.MarkDocumentDocument,
    "\n  fragment DocumentsOfCase on Case {\n    id may\n    documents { id revision kind title state fromWhom dueOn note files { id ...FileRow } }\n    files { id document { id } ...FileRow }\n    filesTakenAway { id ...FileRow }\n  }\n": types.DocumentsOfCaseFragmentDoc,
    "\n  mutation LayOutChecklist($input: LayOutChecklistInput!) {\n    layOutChecklist(input: $input) { __typename ... on LayOutChecklistPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": types.LayOutChecklistDocument,
    "\n  mutation AddDocument($input: AddDocumentInput!) {\n    addDocument(input: $input) { __typename ... on AddDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddDocumentDocument,
    "\n  mutation AskForDocument($input: AskForDocumentInput!) {\n    askForDocument(input: $input) { __typename ... on AskForDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AskForDocumentDocument,
    "\n  fragment FileRow on CaseFile { id revision name kind size audience addedAt addedBy { id name } takenAwayAt takenAwayBy { id name } }\n": types.FileRowFragmentDoc,
    "\n  mutation ShareFile($input: ShareFileInput!) {\n    shareFile(input: $input) { __typename ... on ShareFilePayload { case { id ...DocumentsOfCase } } ... on NotCleared { missing } ... on UserError { message } }\n  }\n": types.ShareFileDocument,
    "\n  mutation TakeFileAway($input: TakeFileAwayInput!) {\n    takeFileAway(input: $input) { __typename ... on TakeFileAwayPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": types.TakeFileAwayDocument,
    "\n  mutation PutFileBack($input: PutFileBackInput!) {\n    putFileBack(input: $input) { __typename ... on PutFileBackPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n": types.PutFileBackDocument,
    "\n  fragment Duty on Organization {\n    id timeZone\n    members { role person { id name } }\n    dutyRota { id startsAt endsAt person { id name } deputy { id name } }\n  }\n": types.DutyFragmentDoc,
    "\n  mutation SaveDutyRota($input: SaveDutyRotaInput!) {\n    saveDutyRota(input: $input) { __typename ... on SaveDutyRotaPayload { organization { id ...Duty } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SaveDutyRotaDocument,
    "\n  fragment FamilyOfCase on Case {\n    id may\n    family { id role case { id shortId client { id publicName } } }\n  }\n": types.FamilyOfCaseFragmentDoc,
    "\n  mutation JoinFamily($input: JoinFamilyInput!) {\n    joinFamily(input: $input) { __typename ... on JoinFamilyPayload { case { id ...FamilyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.JoinFamilyDocument,
    "\n  mutation LeaveFamily($input: LeaveFamilyInput!) {\n    leaveFamily(input: $input) { __typename ... on LeaveFamilyPayload { case { id ...FamilyOfCase } } ... on UserError { message } }\n  }\n": types.LeaveFamilyDocument,
    "\n  query CasesOfFamily($filter: CaseFilter) {\n    cases(filter: $filter, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n": types.CasesOfFamilyDocument,
    "\n  query CalendarsOfCase($caseId: ID!) {\n    calendarsOfCase(caseId: $caseId) { occasionId feedId current fetchedAt fetchedBy person { id name } }\n  }\n": types.CalendarsOfCaseDocument,
    "\n  fragment FeedRow on Feed { id revision name filter alarms language version fetchedAt fetchedBy address webcalAddress googleAddress outlookAddress case { id shortId } court { id name } person { id name } }\n": types.FeedRowFragmentDoc,
    "\n  mutation RotateFeed($input: RotateFeedInput!) {\n    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }\n  }\n": types.RotateFeedDocument,
    "\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) { __typename ... on RevokeFeedPayload { feed { id revokedAt } } ... on UserError { message } }\n  }\n": types.RevokeFeedDocument,
    "\n  query HouseFeeds {\n    feeds { id revokedAt person { id } ...FeedRow }\n  }\n": types.HouseFeedsDocument,
    "\n  mutation RevokeFeeds($input: RevokeFeedsInput!) {\n    revokeFeeds(input: $input) { __typename ... on RevokeFeedsPayload { revoked } ... on UserError { message } }\n  }\n": types.RevokeFeedsDocument,
    "\n  mutation SubscribeFeed($input: SubscribeFeedInput!) {\n    subscribeFeed(input: $input) { __typename ... on SubscribeFeedPayload { feed { id ...FeedRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SubscribeFeedDocument,
    "\n  mutation CancelHearing($input: CancelHearingInput!) {\n    cancelHearing(input: $input) { __typename ... on CancelHearingPayload { told hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CancelHearingDocument,
    "\n  query PreviewCancel($hearingId: ID!) {\n    previewCancel(hearingId: $hearingId) { tellings { ...TellingLine } leftStanding { id title kind occasion { id startsAt timeZone } } }\n  }\n": types.PreviewCancelDocument,
    "\n  mutation CheckDate($input: CheckDateInput!) {\n    checkDate(input: $input) { __typename ... on CheckDatePayload { hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CheckDateDocument,
    "\n  mutation CorrectReport($input: CorrectReportInput!) {\n    correctReport(input: $input) { __typename ... on CorrectReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CorrectReportDocument,
    "\n  mutation ReportCourtAccess($input: ReportCourtAccessInput!) {\n    reportCourtAccess(input: $input) { __typename ... on ReportCourtAccessPayload { location { id access { what seenOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReportCourtAccessDocument,
    "\n  query WhoReportsAccess { viewer { organization { id } } }\n": types.WhoReportsAccessDocument,
    "\n  mutation ConfirmObserverRules($input: ConfirmObserverRulesInput!) {\n    confirmObserverRules(input: $input) { __typename ... on ConfirmObserverRulesPayload { location { id rulesForObservers { openness confirmedOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ConfirmObserverRulesDocument,
    "\n  fragment HearingRow on Hearing {\n    id revision judge source confidence checkedAt outcome outcomeNote awaitingReport closedToPublic interpreterLanguage\n    checkedBy { id name }\n    dateChecks { outcome heard answeredAt shift { id name } }\n    court { id name }\n    location { id name city state }\n    proceeding { id kind }\n    state dateStanding advancedByCourt adjournmentCode scheduleType movedFrom reportedAt replacedBy { id }\n    occasion { id kind state sequence startsAt endsAt wallStarts timeZone hourKnown room medium joinUrl ...DeliveryOf }\n  }\n": types.HearingRowFragmentDoc,
    "\n  fragment HearingsOfCase on Case {\n    id may\n    proceedings { id kind judge court { id name } }\n    hearings { id ...HearingRow }\n  }\n": types.HearingsOfCaseFragmentDoc,
    "\n  mutation TakeBackReport($input: TakeBackReportInput!) {\n    takeBackReport(input: $input) { __typename ... on TakeBackReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on UserError { message } }\n  }\n": types.TakeBackReportDocument,
    "\n  mutation OpenProceeding($input: OpenProceedingInput!) {\n    openProceeding(input: $input) { __typename ... on OpenProceedingPayload { case { id ...HearingsOfCase ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.OpenProceedingDocument,
    "\n  mutation AmendProceeding($input: AmendProceedingInput!) {\n    amendProceeding(input: $input) { __typename ... on AmendProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AmendProceedingDocument,
    "\n  mutation RecordDecision($input: RecordDecisionInput!) {\n    recordDecision(input: $input) { __typename ... on RecordDecisionPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordDecisionDocument,
    "\n  mutation CloseProceeding($input: CloseProceedingInput!) {\n    closeProceeding(input: $input) { __typename ... on CloseProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CloseProceedingDocument,
    "\n  fragment ProceedingRow on Proceeding {\n    id revision kind state otherCourt judge noticeOn filedAt custody charges court { id name }\n    decisions { id revision kind decidedOn givenHow givenOn appealByClient appealByGovernment takenBackAt }\n  }\n": types.ProceedingRowFragmentDoc,
    "\n  fragment ProceedingsOfCase on Case { id proceedings { id ...ProceedingRow } }\n": types.ProceedingsOfCaseFragmentDoc,
    "\n  query CaseProceedings($id: ID!) { node(id: $id) { __typename id ... on Case { ...ProceedingsOfCase } } }\n": types.CaseProceedingsDocument,
    "\n  mutation ReopenProceeding($input: ReopenProceedingInput!) {\n    reopenProceeding(input: $input) { __typename ... on ReopenProceedingPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n": types.ReopenProceedingDocument,
    "\n  mutation TakeBackDecision($input: TakeBackDecisionInput!) {\n    takeBackDecision(input: $input) { __typename ... on TakeBackDecisionPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n": types.TakeBackDecisionDocument,
    "\n  mutation ReportHearing($input: ReportHearingInput!) {\n    reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id ...HearingRow } nextHearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReportHearingDocument,
    "\n  mutation RescheduleHearing($input: RescheduleHearingInput!) {\n    rescheduleHearing(input: $input) {\n      __typename\n      ... on RescheduleHearingPayload { told hearing { id ...HearingRow } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": types.RescheduleHearingDocument,
    "\n  query PreviewReschedule($hearingId: ID!, $startsAt: WallTime!) {\n    previewReschedule(hearingId: $hearingId, startsAt: $startsAt) {\n      __typename\n      ... on ReschedulePreview { startsAt endsAt earlier hoursAway warnings tellings { ...TellingLine } following { id title } asked { id title } }\n      ... on UserError { message }\n    }\n  }\n": types.PreviewRescheduleDocument,
    "\n  mutation ScheduleHearing($input: ScheduleHearingInput!) {\n    scheduleHearing(input: $input) { __typename ... on ScheduleHearingPayload { case { id ...HearingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ScheduleHearingDocument,
    "\n  query HearingSources($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Hearing {\n        location { id access { what seenOn } rulesForObservers { openness leadDays photoId devices notes linkWhenCleared askedOf confirmedOn confirmedBy { id name } } }\n        dateSources { channel said saidAt takenBackAt person { id name } shift { id name } }\n      }\n    }\n  }\n": types.HearingSourcesDocument,
    "\n  mutation MatchColumns($input: MatchColumnsInput!) {\n    matchColumns(input: $input) { __typename ... on MatchColumnsPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": types.MatchColumnsDocument,
    "\n  query SpreadsheetSamples($spreadsheetId: ID!) { spreadsheetRows(spreadsheetId: $spreadsheetId, first: 5) { edges { node { id cells } } } }\n": types.SpreadsheetSamplesDocument,
    "\n  mutation MendCell($input: MendCellInput!) {\n    mendCell(input: $input) { __typename ... on MendCellPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n": types.MendCellDocument,
    "\n  mutation DecideRow($input: DecideRowInput!) {\n    decideRow(input: $input) { __typename ... on DecideRowPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n": types.DecideRowDocument,
    "\n  query SpreadsheetRows($spreadsheetId: ID!, $states: [RowState!], $after: String) {\n    spreadsheetRows(spreadsheetId: $spreadsheetId, states: $states, first: 25, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...RowOfSpreadsheet } }\n    }\n  }\n": types.SpreadsheetRowsDocument,
    "\n  query OneSpreadsheet($id: ID!) { node(id: $id) { __typename ... on Spreadsheet { id ...WholeSpreadsheet } } }\n": types.OneSpreadsheetDocument,
    "\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) { __typename ... on StartImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": types.StartImportDocument,
    "\n  mutation CancelImport($input: CancelImportInput!) {\n    cancelImport(input: $input) { __typename ... on CancelImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": types.CancelImportDocument,
    "\n  mutation UndoImport($input: UndoImportInput!) {\n    undoImport(input: $input) { __typename ... on UndoImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": types.UndoImportDocument,
    "\n  mutation DiscardSpreadsheet($input: DiscardSpreadsheetInput!) {\n    discardSpreadsheet(input: $input) { __typename ... on DiscardSpreadsheetPayload { organization { id } } ... on UserError { message } }\n  }\n": types.DiscardSpreadsheetDocument,
    "\n  mutation ChooseKnownRule($input: ChooseKnownRuleInput!) {\n    chooseKnownRule(input: $input) { __typename ... on ChooseKnownRulePayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n": types.ChooseKnownRuleDocument,
    "\n  fragment WholeSpreadsheet on Spreadsheet {\n    id revision name state rows done header meanings dayFirst orderAsked knownRule finishedAt undoUntil\n    newRows knownRows problemRows leftOutRows madeRows filledRows keptRows failedRows takenBackRows stayedRows\n  }\n": types.WholeSpreadsheetFragmentDoc,
    "\n  fragment RowOfSpreadsheet on SpreadsheetRow {\n    id number state rule cells problems { column message } case { id shortId }\n  }\n": types.RowOfSpreadsheetFragmentDoc,
    "\n  query InboxUnread { inbox { id read snoozedUntil about } }\n": types.InboxUnreadDocument,
    "\n  fragment InboxEntryRow on InboxEntry {\n    id kind at read snoozedUntil about letter\n    case { id shortId client { id publicName } }\n    change { id kind wasStartsAt wasTimeZone told confirmed by { id name } mine { id } occasion { id kind startsAt timeZone } }\n    task { id title }\n    invitation { id state partySize person { id name } }\n    action { id }\n    spreadsheet { id state rows done }\n  }\n": types.InboxEntryRowFragmentDoc,
    "\n  query Inbox { inbox { id ...InboxEntryRow } }\n": types.InboxDocument,
    "\n  mutation MarkEntries($input: MarkEntriesInput!) {\n    markEntries(input: $input) { __typename ... on MarkEntriesPayload { entries { id read snoozedUntil } } ... on UserError { message } }\n  }\n": types.MarkEntriesDocument,
    "\n  mutation RecordIncident($input: RecordIncidentInput!) {\n    recordIncident(input: $input) { __typename ... on RecordIncidentPayload { incident { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordIncidentDocument,
    "\n  mutation CorrectIncident($input: CorrectIncidentInput!) {\n    correctIncident(input: $input) { __typename ... on CorrectIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CorrectIncidentDocument,
    "\n  mutation ConcludeIncident($input: ConcludeIncidentInput!) {\n    concludeIncident(input: $input) { __typename ... on ConcludeIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ConcludeIncidentDocument,
    "\n  mutation FollowUpIncident($input: FollowUpIncidentInput!) {\n    followUpIncident(input: $input) { __typename ... on FollowUpIncidentPayload { followUp { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.FollowUpIncidentDocument,
    "\n  mutation AnswerFollowUp($input: AnswerFollowUpInput!) {\n    answerFollowUp(input: $input) { __typename ... on AnswerFollowUpPayload { followUp { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AnswerFollowUpDocument,
    "\n  query CaseIncidents($shortId: String!) {\n    stateCourts\n    case(shortId: $shortId) {\n      id may\n      courthouseArrest { court code citation inForceFrom read says saysEs }\n      hearings { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      actions { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      incidents {\n        id revision kind seenBy happenedAt timeZone hourKnown what place stateCourt witnesses evidence outcome endedAt writtenAt recordedBy { id name }\n        courthouseRule { court code citation inForceFrom read says saysEs }\n        followUps { id revision kind toWhom sentOn dueOn state answeredOn answer }\n      }\n    }\n  }\n": types.CaseIncidentsDocument,
    "\n  fragment InvitationRow on Invitation { id revision audience state answeredAt invitedAt partySize booked listedAt heldUntil clearedAt came needs acknowledged openedOn person { id name office } }\n": types.InvitationRowFragmentDoc,
    "\n  mutation AnswerInvitation($input: AnswerInvitationInput!) {\n    answerInvitation(input: $input) { __typename ... on AnswerInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": types.AnswerInvitationDocument,
    "\n  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {\n    withdrawInvitation(input: $input) { __typename ... on WithdrawInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": types.WithdrawInvitationDocument,
    "\n  mutation RenewLink($input: RenewLinkInput!) {\n    renewLink(input: $input) { __typename ... on RenewLinkPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": types.RenewLinkDocument,
    "\n  mutation RenewLinksToOccasion($input: RenewLinksToOccasionInput!) {\n    renewLinksToOccasion(input: $input) { __typename ... on RenewLinksToOccasionPayload { renewed } ... on UserError { message } }\n  }\n": types.RenewLinksToOccasionDocument,
    "\n  mutation BookSeat($input: BookSeatInput!) {\n    bookSeat(input: $input) { __typename ... on BookSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": types.BookSeatDocument,
    "\n  mutation GiveUpSeat($input: GiveUpSeatInput!) {\n    giveUpSeat(input: $input) { __typename ... on GiveUpSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": types.GiveUpSeatDocument,
    "\n  mutation RecordClearance($input: RecordClearanceInput!) {\n    recordClearance(input: $input) { __typename ... on RecordClearancePayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n": types.RecordClearanceDocument,
    "\n  mutation Invite($input: InviteInput!) {\n    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n": types.InviteDocument,
    "\n  query PreviewInvite($occasionId: ID!, $personIds: [ID!]!, $listIds: [ID!]) {\n    previewInvite(occasionId: $occasionId, personIds: $personIds, listIds: $listIds) { __typename ... on InvitePreview { unreached askedAlready tellings { ...TellingLine } } ... on UserError { message } }\n  }\n": types.PreviewInviteDocument,
    "\n  query InviteLists { viewer { organization { id peopleLists { id name people { id } } } } }\n": types.InviteListsDocument,
    "\n  fragment Members on Organization {\n    id\n    members { role supervised person { id name } }\n  }\n": types.MembersFragmentDoc,
    "\n  mutation TakeOnMember($input: TakeOnMemberInput!) {\n    takeOnMember(input: $input) { __typename ... on TakeOnMemberPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n": types.TakeOnMemberDocument,
    "\n  mutation SendSignInLink($input: SendSignInLinkInput!) {\n    sendSignInLink(input: $input) { __typename ... on SendSignInLinkPayload { organization { id } } ... on UserError { message } ... on Invalid { field } }\n  }\n": types.SendSignInLinkDocument,
    "\n  mutation ChangeRoles($input: ChangeRolesInput!) {\n    changeRoles(input: $input) { __typename ... on ChangeRolesPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n": types.ChangeRolesDocument,
    "\n  mutation LetMemberGo($input: LetMemberGoInput!) {\n    letMemberGo(input: $input) { __typename ... on LetMemberGoPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n": types.LetMemberGoDocument,
    "\n  mutation RevokeSignInLinks($input: RevokeSignInLinksInput!) {\n    revokeSignInLinks(input: $input) { __typename ... on RevokeSignInLinksPayload { revoked } ... on UserError { message } }\n  }\n": types.RevokeSignInLinksDocument,
    "\n  fragment DeliveryOf on Occasion { id delivery { told sent due failed unreachable } }\n": types.DeliveryOfFragmentDoc,
    "\n  query Letters { letters { kind audiences } }\n": types.LettersDocument,
    "\n  query LetterSample($organizationId: ID!, $kind: LetterKind!, $audience: Audience!, $language: String!) {\n    letterSample(organizationId: $organizationId, kind: $kind, audience: $audience, language: $language) {\n      __typename\n      ... on LetterSample { subject text short glance }\n      ... on UserError { message }\n    }\n  }\n": types.LetterSampleDocument,
    "\n  query MessagePeople($search: String) {\n    people(search: $search, first: 30) { edges { node { id name office } } }\n  }\n": types.MessagePeopleDocument,
    "\n  query MessagePerson($id: ID!) {\n    node(id: $id) { ... on Person { id name } }\n  }\n": types.MessagePersonDocument,
    "\n  fragment MessageRow on Notice {\n    id kind channel audience dueAt progress reason settledAt\n    person { id name }\n    case { id shortId }\n    occasion { id kind startsAt timeZone hourKnown }\n    tries { attempt outcome said at }\n  }\n": types.MessageRowFragmentDoc,
    "\n  fragment NotesOfCase on Case {\n    id may\n    notes { id body writtenAt author { id name } }\n    privilegedNotes { id body writtenAt author { id name } }\n  }\n": types.NotesOfCaseFragmentDoc,
    "\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) { __typename ... on WriteNotePayload { case { id ...NotesOfCase } } ... on UserError { message } }\n  }\n": types.WriteNoteDocument,
    "\n  mutation TakeInArrests($input: TakeInArrestsInput!) {\n    takeInArrests(input: $input) { __typename ... on TakeInArrestsPayload { operation { id cases { id } } cases { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.TakeInArrestsDocument,
    "\n  mutation OpenOperation($input: OpenOperationInput!) {\n    openOperation(input: $input) { __typename ... on OpenOperationPayload { operation { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.OpenOperationDocument,
    "\n  fragment OperationCases on Operation {\n    id\n    cases { id shortId custodyStatus client { id publicName minor } representedBy { id attorney { id name } } }\n  }\n": types.OperationCasesFragmentDoc,
    "\n  fragment OperationOfCase on Case {\n    id revision may\n    operation { id name beganOn }\n  }\n": types.OperationOfCaseFragmentDoc,
    "\n  mutation PutIntoOperation($input: PutIntoOperationInput!) {\n    putIntoOperation(input: $input) { __typename ... on PutIntoOperationPayload { case { id ...OperationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.PutIntoOperationDocument,
    "\n  query OperationsToChoose {\n    operations { id name beganOn }\n  }\n": types.OperationsToChooseDocument,
    "\n  fragment KindShown on KindCompared {\n    kind total\n    results { results count percent }\n    splits { by rows { levels total results { results count percent } } }\n  }\n": types.KindShownFragmentDoc,
    "\n  mutation ExportOutcomes($input: ExportOutcomesInput!) {\n    exportOutcomes(input: $input) { __typename ... on ExportOutcomesPayload { csv } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ExportOutcomesDocument,
    "\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) { __typename ... on RecordOutcomePayload { case { id } outcome { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RecordOutcomeDocument,
    "\n  mutation CorrectOutcome($input: CorrectOutcomeInput!) {\n    correctOutcome(input: $input) { __typename ... on CorrectOutcomePayload { case { id } outcome { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CorrectOutcomeDocument,
    "\n  query CaseOutcomes($shortId: String!) {\n    case(shortId: $shortId) {\n      id may audience\n      outcomes {\n        id revision supporters officials letters press result resultReported recordedAt\n        recordedBy { id name }\n        occasion { id kind startsAt timeZone }\n        words { said pressLinks clearedAt clearedBy { id name } }\n      }\n      awaitingOutcome { id kind startsAt timeZone }\n    }\n  }\n": types.CaseOutcomesDocument,
    "\n  mutation ClearOutcomeWords($input: ClearOutcomeWordsInput!) {\n    clearOutcomeWords(input: $input) { __typename ... on ClearOutcomeWordsPayload { outcome { id revision words { clearedAt } } } ... on UserError { message } }\n  }\n": types.ClearOutcomeWordsDocument,
    "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) { __typename ... on AddContactPayload { person { id contacts { id channel address stopped bounced } } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddContactDocument,
    "\n  mutation AddPerson($input: AddPersonInput!) {\n    addPerson(input: $input) { __typename ... on AddPersonPayload { person { id name } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n": types.AddPersonDocument,
    "\n  query PeopleLists { viewer { organization { id peopleLists { id revision name people { id name } } } } }\n": types.PeopleListsDocument,
    "\n  mutation SavePeopleList($input: SavePeopleListInput!) {\n    savePeopleList(input: $input) { __typename ... on SavePeopleListPayload { peopleList { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.SavePeopleListDocument,
    "\n  mutation RemovePeopleList($input: RemovePeopleListInput!) {\n    removePeopleList(input: $input) { __typename ... on RemovePeopleListPayload { organization { id } } ... on UserError { message } }\n  }\n": types.RemovePeopleListDocument,
    "\n  mutation RemoveContact($input: RemoveContactInput!) {\n    removeContact(input: $input) { __typename ... on RemoveContactPayload { person { id contacts { id channel address stopped bounced } } } ... on UserError { message } }\n  }\n": types.RemoveContactDocument,
    "\n  mutation RenewLinksOfPerson($input: RenewLinksOfPersonInput!) {\n    renewLinksOfPerson(input: $input) { __typename ... on RenewLinksOfPersonPayload { renewed } ... on UserError { message } }\n  }\n": types.RenewLinksOfPersonDocument,
    "\n  query MyWishes { viewer { person { id ...WishesOf } } }\n": types.MyWishesDocument,
    "\n  fragment WishesOf on Person { id revision kind name language timeZone channels quietFrom quietUntil wakeForChanges morningDigest }\n": types.WishesOfFragmentDoc,
    "\n  mutation EditWishes($input: EditWishesInput!) {\n    editWishes(input: $input) { __typename ... on EditWishesPayload { person { id ...WishesOf } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.EditWishesDocument,
    "\n  query CasePreparedness($shortId: String!) {\n    case(shortId: $shortId) { id may preparedness { item doneOn tickedAt tickedBy { id name } } }\n  }\n": types.CasePreparednessDocument,
    "\n  mutation TickPreparedness($input: TickPreparednessInput!) {\n    tickPreparedness(input: $input) { __typename ... on TickPreparednessPayload { case { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.TickPreparednessDocument,
    "\n  mutation UntickPreparedness($input: UntickPreparednessInput!) {\n    untickPreparedness(input: $input) { __typename ... on UntickPreparednessPayload { case { id } } ... on UserError { message } }\n  }\n": types.UntickPreparednessDocument,
    "\n  fragment PlannedReminders on PlannedReminders { matter audience daysBefore at hoursBefore edited sentence }\n": types.PlannedRemindersFragmentDoc,
    "\n  mutation EditNoticePlan($input: EditNoticePlanInput!) {\n    editNoticePlan(input: $input) { __typename ... on EditNoticePlanPayload { followed plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.EditNoticePlanDocument,
    "\n  mutation EditOccasionPlan($input: EditOccasionPlanInput!) {\n    editOccasionPlan(input: $input) { __typename ... on EditOccasionPlanPayload { occasion { id } plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.EditOccasionPlanDocument,
    "\n  query PreviewNoticePlan($organizationId: ID!, $matter: Matter!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewNoticePlan(organizationId: $organizationId, matter: $matter, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n": types.PreviewNoticePlanDocument,
    "\n  query PreviewOccasionPlan($occasionId: ID!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewOccasionPlan(occasionId: $occasionId, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n": types.PreviewOccasionPlanDocument,
    "\n  mutation ResetNoticePlan($input: ResetNoticePlanInput!) {\n    resetNoticePlan(input: $input) { __typename ... on ResetNoticePlanPayload { followed } ... on UserError { message } }\n  }\n": types.ResetNoticePlanDocument,
    "\n  mutation ResetOccasionPlan($input: ResetOccasionPlanInput!) {\n    resetOccasionPlan(input: $input) { __typename ... on ResetOccasionPlanPayload { occasion { id } } ... on UserError { message } }\n  }\n": types.ResetOccasionPlanDocument,
    "\n  query NoticePlan($organizationId: ID!) { noticePlan(organizationId: $organizationId) { ...PlannedReminders } }\n": types.NoticePlanDocument,
    "\n  query OccasionPlan($occasionId: ID!) { occasionPlan(occasionId: $occasionId) { ...PlannedReminders } }\n": types.OccasionPlanDocument,
    "\n  mutation ReportArrest($input: ReportArrestInput!) {\n    reportArrest(input: $input) {\n      __typename\n      ... on ReportArrestPayload { report { id ...ReportMade } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": types.ReportArrestDocument,
    "\n  query LegalProviders {\n    organizations { id name kind }\n  }\n": types.LegalProvidersDocument,
    "\n  fragment ReportMade on ArrestReport { id revision state stateSince whyDeclined reportedAt provider { id name } case { id shortId } contents { name } }\n": types.ReportMadeFragmentDoc,
    "\n  query ReportsMade {\n    reportsMade { id ...ReportMade }\n  }\n": types.ReportsMadeDocument,
    "\n  mutation WithdrawReport($input: WithdrawReportInput!) {\n    withdrawReport(input: $input) { __typename ... on WithdrawReportPayload { report { id ...ReportMade } } ... on UserError { message } }\n  }\n": types.WithdrawReportDocument,
    "\n  mutation AddressReport($input: AddressReportInput!) {\n    addressReport(input: $input) { __typename ... on AddressReportPayload { report { id ...ReportMade } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddressReportDocument,
    "\n  fragment ReportWaiting on ArrestReport {\n    id revision reportedAt\n    group { id name phone }\n    contents { name otherNames aNumber birthDate countryOfBirth language arrestedAt arrestZone arrestPlace agency callerName callerPhone callerRelation }\n  }\n": types.ReportWaitingFragmentDoc,
    "\n  query ReportsWaiting {\n    reportsWaiting { id ...ReportWaiting }\n  }\n": types.ReportsWaitingDocument,
    "\n  mutation DeclineReport($input: DeclineReportInput!) {\n    declineReport(input: $input) { __typename ... on DeclineReportPayload { report { id state } } ... on UserError { message } }\n  }\n": types.DeclineReportDocument,
    "\n  mutation TakeInReport($input: TakeInReportInput!) {\n    takeInReport(input: $input) {\n      __typename\n      ... on TakeInReportPayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n": types.TakeInReportDocument,
    "\n  query ReportMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n": types.ReportMatchesDocument,
    "\n  fragment Holds on Organization {\n    id\n    holds { id shortId reason placedAt placedBy { id name } }\n  }\n": types.HoldsFragmentDoc,
    "\n  mutation PlaceHold($input: PlaceHoldInput!) {\n    placeHold(input: $input) { __typename ... on PlaceHoldPayload { organization { ...Holds } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.PlaceHoldDocument,
    "\n  mutation LiftHold($input: LiftHoldInput!) {\n    liftHold(input: $input) { __typename ... on LiftHoldPayload { organization { ...Holds } } ... on UserError { message } }\n  }\n": types.LiftHoldDocument,
    "\n  fragment Kept on Organization {\n    id\n    sweeps { kind days ranAt gone held ahead }\n  }\n": types.KeptFragmentDoc,
    "\n  mutation MakeClientStatement($input: MakeClientStatementInput!) {\n    makeClientStatement(input: $input) {\n      __typename\n      ... on MakeClientStatementPayload { statement { language clientsLanguage inClientsLanguage title made closing parts { title lines } } }\n      ... on UserError { message }\n    }\n  }\n": types.MakeClientStatementDocument,
    "\n  query WhoSaw($recordId: ID, $shortId: String) {\n    whoSaw(recordId: $recordId, shortId: $shortId) { by organization door times firstAt lastAt fields urgentReason }\n  }\n": types.WhoSawDocument,
    "\n  mutation AddTask($input: AddTaskInput!) {\n    addTask(input: $input) { __typename ... on AddTaskPayload { task { id ...TaskRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddTaskDocument,
    "\n  fragment TaskRow on Task { id revision title dueAt doneAt raisedBy owner { id name } doneBy { id name } case { id shortId client { id publicName } } }\n": types.TaskRowFragmentDoc,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n": types.CompleteTaskDocument,
    "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) { __typename ... on ReopenTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n": types.ReopenTaskDocument,
    "\n  mutation RaiseWall($input: RaiseWallInput!) {\n    raiseWall(input: $input) { __typename ... on RaiseWallPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.RaiseWallDocument,
    "\n  fragment TeamOfCase on Case {\n    id may custodyStatus\n    team { id role beganAt until urgentReason person { id name } organization { id name } }\n    readers { beganAt until lead organization { id name } }\n    contacts { id relation namedByClient isClient person { id name } }\n    walls { id reason raisedAt person { id name } organization { id name } }\n  }\n": types.TeamOfCaseFragmentDoc,
    "\n  mutation AddToTeam($input: AddToTeamInput!) {\n    addToTeam(input: $input) { __typename ... on AddToTeamPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.AddToTeamDocument,
    "\n  mutation LeaveTeam($input: LeaveTeamInput!) {\n    leaveTeam(input: $input) { __typename ... on LeaveTeamPayload { case { id } } ... on UserError { message } }\n  }\n": types.LeaveTeamDocument,
    "\n  mutation StopSharing($input: StopSharingInput!) {\n    stopSharing(input: $input) { __typename ... on StopSharingPayload { case { id } } ... on UserError { message } }\n  }\n": types.StopSharingDocument,
    "\n  mutation NameContact($input: NameContactInput!) {\n    nameContact(input: $input) { __typename ... on NameContactPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.NameContactDocument,
    "\n  mutation EnrolClient($input: EnrolClientInput!) {\n    enrolClient(input: $input) { __typename ... on EnrolClientPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n": types.EnrolClientDocument,
    "\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { __typename ... on EndEnrolmentPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n": types.EndEnrolmentDocument,
    "\n  mutation LiftWall($input: LiftWallInput!) {\n    liftWall(input: $input) { __typename ... on LiftWallPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n": types.LiftWallDocument,
    "\n  query Waiting {\n    today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed deadlinesNear }\n    hearingsWaiting {\n      id dateStanding\n      occasion { id kind startsAt timeZone hourKnown }\n      court { id name }\n      case { ...WaitingCase }\n    }\n    deadlinesWaiting { id name dueOn dueAt timeZone case { ...WaitingCase } }\n    alarmsWaiting { id revision title dueAt owner { id name } case { ...WaitingCase } }\n    approvalsWaiting { id title lead { id name } occasion { id kind startsAt timeZone hourKnown } case { ...WaitingCase } }\n    cases(filter: { need: NOBODY_ASSIGNED }, order: OPENED, first: 20) { edges { node { openedAt ...WaitingCase } } }\n  }\n": types.WaitingDocument,
    "\n  fragment WaitingCase on Case {\n    id shortId client { id publicName } coordinator { id name } representedBy { id attorney { id name } }\n    assignments { id state lapsed attorney { id name } }\n  }\n": types.WaitingCaseFragmentDoc,
    "\n  mutation AnswerAlarm($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n": types.AnswerAlarmDocument,
    "\n  fragment VisitsOfCase on Case {\n    id may\n    visits { id revision kind state startsAt timeZone lengthMinutes rules outcome facility { id name timeZone } visitor { id name } interpreter { id name } }\n  }\n": types.VisitsOfCaseFragmentDoc,
    "\n  mutation BookVisit($input: BookVisitInput!) {\n    bookVisit(input: $input) { __typename ... on BookVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.BookVisitDocument,
    "\n  mutation MoveVisit($input: MoveVisitInput!) {\n    moveVisit(input: $input) { __typename ... on MoveVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.MoveVisitDocument,
    "\n  mutation ReportVisit($input: ReportVisitInput!) {\n    reportVisit(input: $input) { __typename ... on ReportVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.ReportVisitDocument,
    "\n  mutation CancelVisit($input: CancelVisitInput!) {\n    cancelVisit(input: $input) { __typename ... on CancelVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n": types.CancelVisitDocument,
    "\n  fragment TellingLine on Telling { personName audience channel kind dueAt timeZone theirTimeZone count }\n": types.TellingLineFragmentDoc,
    "\n  query ChooseFacility($search: String) {\n    facilities(search: $search, first: 30) { id code name city state timeZone }\n  }\n": types.ChooseFacilityDocument,
    "\n  query ChooseCourt {\n    courts(first: 100) { id name city state timeZone locations { id name city state timeZone } }\n  }\n": types.ChooseCourtDocument,
    "\n  query ChoosePerson($kinds: [PersonKind!], $search: String, $caseId: ID) {\n    people(kinds: $kinds, search: $search, caseId: $caseId, first: 50) { edges { node { id name office kind } } }\n  }\n": types.ChoosePersonDocument,
    "\n  query ChooseAttorney {\n    attorneys { id name attorney { languages barStates eoirRegistered qualification openToOffers } }\n  }\n": types.ChooseAttorneyDocument,
    "\n  query ChooseOrganization {\n    organizations { id name }\n  }\n": types.ChooseOrganizationDocument,
    "\n  query ChooseCase($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId may client { id publicName } } } }\n  }\n": types.ChooseCaseDocument,
    "\n  query TestOfCase($shortId: String!) {\n    case(shortId: $shortId) { id shortId stage }\n  }\n": types.TestOfCaseDocument,
    "\n  query TestTasks { tasks { edges { node { id doneAt } } } }\n": types.TestTasksDocument,
    "\n  subscription ChangedRecords { changed { kind ids } }\n": types.ChangedRecordsDocument,
    "\n    mutation SendArrival($input: RecordArrivalInput!) {\n      recordArrival(input: $input) { __typename ... on RecordArrivalPayload { invitation { id came } } ... on UserError { message } }\n    }\n  ": types.SendArrivalDocument,
    "\n    mutation SendWalkIns($input: CountWalkInsInput!) {\n      countWalkIns(input: $input) { __typename ... on CountWalkInsPayload { occasion { id attendance { id walkIns } } } ... on UserError { message } }\n    }\n  ": types.SendWalkInsDocument,
    "\n    mutation SendReport($input: ReportHearingInput!) {\n      reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id revision outcome reportedAt } } ... on UserError { message } }\n    }\n  ": types.SendReportDocument,
    "\n    mutation SendReached($input: RecordReachedInput!) {\n      recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id } } ... on UserError { message } }\n    }\n  ": types.SendReachedDocument,
    "\n    mutation SendTask($input: AddTaskInput!) {\n      addTask(input: $input) { __typename ... on AddTaskPayload { task { id } } ... on UserError { message } }\n    }\n  ": types.SendTaskDocument,
    "\n  query Viewer {\n    viewer {\n      language\n      may\n      person { id name }\n      organization { id name kind timeZone }\n      memberships { role organization { id name kind } }\n    }\n  }\n": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActionPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id may state missing case { id } cases { kept } answers { asked coming maybe notComing heads } occasion { id invitations { id ...InvitationRow } ...ChangesOfOccasion } ...ActionView }\n    }\n  }\n"): (typeof documents)["\n  query ActionPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id may state missing case { id } cases { kept } answers { asked coming maybe notComing heads } occasion { id invitations { id ...InvitationRow } ...ChangesOfOccasion } ...ActionView }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActionPlan($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id tasks { id doneAt ...TaskRow } ...PlanOfAction }\n    }\n  }\n"): (typeof documents)["\n  query ActionPlan($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id tasks { id doneAt ...TaskRow } ...PlanOfAction }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Actions($after: String) {\n    actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id state occasion { id startsAt endsAt } ...ActionSummary } } }\n  }\n"): (typeof documents)["\n  query Actions($after: String) {\n    actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id state occasion { id startsAt endsAt } ...ActionSummary } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Calendar($range: CalendarRange!) {\n    calendar(range: $range) { ...CalendarEntries }\n  }\n"): (typeof documents)["\n  query Calendar($range: CalendarRange!) {\n    calendar(range: $range) { ...CalendarEntries }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseOfCalendar($shortId: String!) {\n    case(shortId: $shortId) { id shortId }\n  }\n"): (typeof documents)["\n  query CaseOfCalendar($shortId: String!) {\n    case(shortId: $shortId) { id shortId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DatesToCall($id: ID!) { node(id: $id) { __typename ... on Organization { id ...DatesToCheck } } }\n"): (typeof documents)["\n  query DatesToCall($id: ID!) { node(id: $id) { __typename ... on Organization { id ...DatesToCheck } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePage($shortId: String!) {\n    case(shortId: $shortId) {\n      id shortId may audience\n      client { id publicName }\n      whereabouts { facility { id } }\n      nextHearing { id occasion { id startsAt timeZone hourKnown } }\n      ...CaseHeader\n      ...EditableCase\n      ...HearingsOfCase\n      ...RepresentationOfCase\n      ...TeamOfCase\n      ...ActionsOfCase\n      tasks { id doneAt ...TaskRow }\n    }\n  }\n"): (typeof documents)["\n  query CasePage($shortId: String!) {\n    case(shortId: $shortId) {\n      id shortId may audience\n      client { id publicName }\n      whereabouts { facility { id } }\n      nextHearing { id occasion { id startsAt timeZone hourKnown } }\n      ...CaseHeader\n      ...EditableCase\n      ...HearingsOfCase\n      ...RepresentationOfCase\n      ...TeamOfCase\n      ...ActionsOfCase\n      tasks { id doneAt ...TaskRow }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePageClocks($shortId: String!) {\n    case(shortId: $shortId) { id ...DeadlinesOfCase ...BondOfCase ...ConsentsOfCase }\n  }\n"): (typeof documents)["\n  query CasePageClocks($shortId: String!) {\n    case(shortId: $shortId) { id ...DeadlinesOfCase ...BondOfCase ...ConsentsOfCase }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePagePlaces($shortId: String!) {\n    case(shortId: $shortId) { id ...CustodyOfCase }\n  }\n"): (typeof documents)["\n  query CasePagePlaces($shortId: String!) {\n    case(shortId: $shortId) { id ...CustodyOfCase }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePageMore($shortId: String!) {\n    case(shortId: $shortId) {\n      id\n      ...TransferOfCase\n      ...CheckInsOfCase\n      ...DocumentsOfCase\n      ...CallsOfCase\n      ...VisitsOfCase\n      ...NotesOfCase\n      files { id }\n    }\n  }\n"): (typeof documents)["\n  query CasePageMore($shortId: String!) {\n    case(shortId: $shortId) {\n      id\n      ...TransferOfCase\n      ...CheckInsOfCase\n      ...DocumentsOfCase\n      ...CallsOfCase\n      ...VisitsOfCase\n      ...NotesOfCase\n      files { id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Feeds {\n    feeds { id revokedAt ...FeedRow }\n  }\n"): (typeof documents)["\n  query Feeds {\n    feeds { id revokedAt ...FeedRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySpreadsheets { spreadsheets { id name state rows broughtAt } }\n"): (typeof documents)["\n  query MySpreadsheets { spreadsheets { id name state rows broughtAt } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Messages($caseId: ID, $occasionId: ID, $personId: ID, $progress: [NoticeProgress!], $kinds: [LetterKind!], $audiences: [Audience!], $channels: [Channel!], $dueFrom: DateTime, $dueUntil: DateTime, $after: String) {\n    notices(caseId: $caseId, occasionId: $occasionId, personId: $personId, progress: $progress, kinds: $kinds, audiences: $audiences, channels: $channels, dueFrom: $dueFrom, dueUntil: $dueUntil, first: 50, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...MessageRow } }\n    }\n  }\n"): (typeof documents)["\n  query Messages($caseId: ID, $occasionId: ID, $personId: ID, $progress: [NoticeProgress!], $kinds: [LetterKind!], $audiences: [Audience!], $channels: [Channel!], $dueFrom: DateTime, $dueUntil: DateTime, $after: String) {\n    notices(caseId: $caseId, occasionId: $occasionId, personId: $personId, progress: $progress, kinds: $kinds, audiences: $audiences, channels: $channels, dueFrom: $dueFrom, dueUntil: $dueUntil, first: 50, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...MessageRow } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id }\n  }\n"): (typeof documents)["\n  query MessagesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MondayCase on Case {\n    id shortId tags\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    representedBy { id attorney { id name } }\n  }\n"): (typeof documents)["\n  fragment MondayCase on Case {\n    id shortId tags\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    representedBy { id attorney { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MondayWeek($range: CalendarRange!) {\n    calendar(range: $range) {\n      occasion { id kind state startsAt timeZone hourKnown }\n      hearing { id dateStanding court { id name } }\n      case { id ...MondayCase }\n    }\n  }\n"): (typeof documents)["\n  query MondayWeek($range: CalendarRange!) {\n    calendar(range: $range) {\n      occasion { id kind state startsAt timeZone hourKnown }\n      hearing { id dateStanding court { id name } }\n      case { id ...MondayCase }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MondayNoCounsel($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n"): (typeof documents)["\n  query MondayNoCounsel($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MondayNotConfirmed($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n"): (typeof documents)["\n  query MondayNotConfirmed($filter: CaseFilter) {\n    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MondayHearing($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n"): (typeof documents)["\n  query MondayHearing($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MovingHearing($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing { id case { id may } ...HearingRow }\n    }\n  }\n"): (typeof documents)["\n  query MovingHearing($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing { id case { id may } ...HearingRow }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PapersOfCase($shortId: String!) { case(shortId: $shortId) { id ...DocumentsOfCase } }\n"): (typeof documents)["\n  query PapersOfCase($shortId: String!) { case(shortId: $shortId) { id ...DocumentsOfCase } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Operation { id name place beganOn openedBy { id name } ...OperationCases }\n    }\n  }\n"): (typeof documents)["\n  query OperationPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Operation { id name place beganOn openedBy { id name } ...OperationCases }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Operations {\n    operations { id name place beganOn cases { id } }\n  }\n"): (typeof documents)["\n  query Operations {\n    operations { id name place beganOn cases { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationPage {\n    viewer { may person { id } organization { id name phone timeZone kind ...Members ...Duty ...Shifts ...DatesToCheck ...Holds ...Kept } }\n  }\n"): (typeof documents)["\n  query OrganizationPage {\n    viewer { may person { id } organization { id name phone timeZone kind ...Members ...Duty ...Shifts ...DatesToCheck ...Holds ...Kept } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindCases($search: String!) {\n    cases(filter: { search: $search, includeClosed: true }, first: 8) {\n      edges { node { id shortId client { id publicName } may hearings { id occasion { id kind startsAt timeZone state } } } }\n    }\n  }\n"): (typeof documents)["\n  query FindCases($search: String!) {\n    cases(filter: { search: $search, includeClosed: true }, first: 8) {\n      edges { node { id shortId client { id publicName } may hearings { id occasion { id kind startsAt timeZone state } } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindPeople($search: String!) { people(search: $search, first: 5) { edges { node { id name kind office } } } }\n"): (typeof documents)["\n  query FindPeople($search: String!) { people(search: $search, first: 5) { edges { node { id name kind office } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindCourts($search: String!) { courts(search: $search, first: 4) { id name city } }\n"): (typeof documents)["\n  query FindCourts($search: String!) { courts(search: $search, first: 4) { id name city } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindFacilities($search: String!) { facilities(search: $search, first: 4) { id name city } }\n"): (typeof documents)["\n  query FindFacilities($search: String!) { facilities(search: $search, first: 4) { id name city } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindActions { actions(first: 50) { edges { node { id title occasion { id startsAt timeZone } } } } }\n"): (typeof documents)["\n  query FindActions { actions(first: 50) { edges { node { id title occasion { id startsAt timeZone } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecentCase($shortId: String!) { case(shortId: $shortId) { id shortId client { id publicName } } }\n"): (typeof documents)["\n  query RecentCase($shortId: String!) { case(shortId: $shortId) { id shortId client { id publicName } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($kinds: [PersonKind!], $search: String) {\n    people(kinds: $kinds, search: $search, first: 100) {\n      pageInfo { hasNextPage }\n      edges { node { id kind name office language ...WishesOf schedulerFor { id name } contacts { id channel address stopped bounced } } }\n    }\n  }\n"): (typeof documents)["\n  query People($kinds: [PersonKind!], $search: String) {\n    people(kinds: $kinds, search: $search, first: 100) {\n      pageInfo { hasNextPage }\n      edges { node { id kind name office language ...WishesOf schedulerFor { id name } contacts { id channel address stopped bounced } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportHearingPage($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...CourtHearing } } }\n"): (typeof documents)["\n  query ReportHearingPage($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...CourtHearing } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoomPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Occasion {\n        id kind state startsAt endsAt timeZone hourKnown placeName room\n        seating { id seats heldBack inOrder booked held listed }\n        attendance { id walkIns heads officials press letters saidInCourt incidents nextSteps reportedAt reportedBy { id name } }\n        companions { id kind places town leavesAt person { id name } joined { id } }\n        invitations { id state booked partySize came person { id name office } ...InvitationRow }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RoomPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Occasion {\n        id kind state startsAt endsAt timeZone hourKnown placeName room\n        seating { id seats heldBack inOrder booked held listed }\n        attendance { id walkIns heads officials press letters saidInCourt incidents nextSteps reportedAt reportedBy { id name } }\n        companions { id kind places town leavesAt person { id name } joined { id } }\n        invitations { id state booked partySize came person { id name office } ...InvitationRow }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementPage($shortId: String!) {\n    case(shortId: $shortId) { id shortId may }\n  }\n"): (typeof documents)["\n  query StatementPage($shortId: String!) {\n    case(shortId: $shortId) { id shortId may }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FeedsHere {\n    feeds { id revokedAt ...FeedRow }\n  }\n"): (typeof documents)["\n  query FeedsHere {\n    feeds { id revokedAt ...FeedRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tasks($mine: Boolean!, $openOnly: Boolean!) {\n    tasks(mine: $mine, openOnly: $openOnly, first: 100) { pageInfo { hasNextPage } edges { node { id ...TaskRow } } }\n  }\n"): (typeof documents)["\n  query Tasks($mine: Boolean!, $openOnly: Boolean!) {\n    tasks(mine: $mine, openOnly: $openOnly, first: 100) { pageInfo { hasNextPage } edges { node { id ...TaskRow } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OnDutyToday {\n    viewer { may person { id } organization { id timeZone dutyRota { id startsAt endsAt person { id name } deputy { id name } } } }\n  }\n"): (typeof documents)["\n  query OnDutyToday {\n    viewer { may person { id } organization { id timeZone dutyRota { id startsAt endsAt person { id name } deputy { id name } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HearingToCheck($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n"): (typeof documents)["\n  query HearingToCheck($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TasksOfToday { tasks(mine: true, openOnly: true, first: 30) { pageInfo { hasNextPage } edges { node { id raisedBy ...TaskRow } } } }\n"): (typeof documents)["\n  query TasksOfToday { tasks(mine: true, openOnly: true, first: 30) { pageInfo { hasNextPage } edges { node { id raisedBy ...TaskRow } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseTogether($shortId: String!) {\n    case(shortId: $shortId) { id ...FamilyOfCase ...OperationOfCase }\n  }\n"): (typeof documents)["\n  query CaseTogether($shortId: String!) {\n    case(shortId: $shortId) { id ...FamilyOfCase ...OperationOfCase }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhatHappenedPage {\n    viewer { may person { id } organization { id name kind whatHappened { quarter kinds { kind total ...KindShown } } } }\n  }\n"): (typeof documents)["\n  query WhatHappenedPage {\n    viewer { may person { id } organization { id name kind whatHappened { quarter kinds { kind total ...KindShown } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActionSummary on AdvocacyAction {\n    id kind state title missing unready hearingMoved\n    occasion { id startsAt timeZone placeName placeCity }\n    answers { asked coming heads }\n  }\n"): (typeof documents)["\n  fragment ActionSummary on AdvocacyAction {\n    id kind state title missing unready hearingMoved\n    occasion { id startsAt timeZone placeName placeCity }\n    answers { asked coming heads }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LayOutActionTasks($input: LayOutActionTasksInput!) {\n    layOutActionTasks(input: $input) { __typename ... on LayOutActionTasksPayload { action { id revision } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LayOutActionTasks($input: LayOutActionTasksInput!) {\n    layOutActionTasks(input: $input) { __typename ... on LayOutActionTasksPayload { action { id revision } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlanOfAction on AdvocacyAction { id ...DayOfAction ...SafetyOfAction ...WordingsOfAction ...ReadyOfAction }\n"): (typeof documents)["\n  fragment PlanOfAction on AdvocacyAction { id ...DayOfAction ...SafetyOfAction ...WordingsOfAction ...ReadyOfAction }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActionView on AdvocacyAction {\n    id revision kind state title statement nameForm audiences usesPhoto saidRevision hosts codeword followsHearing publishedAt calledOffAt callingOffReason missing may hearingMoved plannedByUs\n    case { id shortId client { id publicName } }\n    hearing { id }\n    lead { id name }\n    organization { id name }\n    occasion { id startsAt endsAt timeZone hourKnown wallStarts placeName placeStreet placeCity room courthouseRule { court code citation inForceFrom read says saysEs } ...DeliveryOf }\n    ...CounselsWord\n    ...CasesOfAction\n    answers { asked coming maybe notComing heads }\n    ...PublicPageOf\n  }\n"): (typeof documents)["\n  fragment ActionView on AdvocacyAction {\n    id revision kind state title statement nameForm audiences usesPhoto saidRevision hosts codeword followsHearing publishedAt calledOffAt callingOffReason missing may hearingMoved plannedByUs\n    case { id shortId client { id publicName } }\n    hearing { id }\n    lead { id name }\n    organization { id name }\n    occasion { id startsAt endsAt timeZone hourKnown wallStarts placeName placeStreet placeCity room courthouseRule { court code citation inForceFrom read says saysEs } ...DeliveryOf }\n    ...CounselsWord\n    ...CasesOfAction\n    answers { asked coming maybe notComing heads }\n    ...PublicPageOf\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishAction($input: PublishActionInput!) {\n    publishAction(input: $input) { __typename ... on PublishActionPayload { action { id ...ActionView } } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"): (typeof documents)["\n  mutation PublishAction($input: PublishActionInput!) {\n    publishAction(input: $input) { __typename ... on PublishActionPayload { action { id ...ActionView } } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallOffAction($input: CallOffActionInput!) {\n    callOffAction(input: $input) { __typename ... on CallOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CallOffAction($input: CallOffActionInput!) {\n    callOffAction(input: $input) { __typename ... on CallOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviseAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { signOffVoided action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReviseAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { signOffVoided action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActionsOfCase on Case {\n    id may\n    hearings { id court { name } occasion { id kind state startsAt timeZone } }\n    actions { id ...ActionSummary }\n    sharedActions { id state title }\n  }\n"): (typeof documents)["\n  fragment ActionsOfCase on Case {\n    id may\n    hearings { id court { name } occasion { id kind state startsAt timeZone } }\n    actions { id ...ActionSummary }\n    sharedActions { id state title }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CasesOfAction on AdvocacyAction {\n    id revision state saidRevision may\n    case { id }\n    cases { caseId shortId kept clear missing signed capacity }\n  }\n"): (typeof documents)["\n  fragment CasesOfAction on AdvocacyAction {\n    id revision state saidRevision may\n    case { id }\n    cases { caseId shortId kept clear missing signed capacity }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseOfAction($id: ID!) { node(id: $id) { __typename ... on Case { id shortId may client { id publicName } } } }\n"): (typeof documents)["\n  query CaseOfAction($id: ID!) { node(id: $id) { __typename ... on Case { id shortId may client { id publicName } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddCaseToAction($input: AddCaseToActionInput!) {\n    addCaseToAction(input: $input) { __typename ... on AddCaseToActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddCaseToAction($input: AddCaseToActionInput!) {\n    addCaseToAction(input: $input) { __typename ... on AddCaseToActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeCaseOffAction($input: TakeCaseOffActionInput!) {\n    takeCaseOffAction(input: $input) { __typename ... on TakeCaseOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeCaseOffAction($input: TakeCaseOffActionInput!) {\n    takeCaseOffAction(input: $input) { __typename ... on TakeCaseOffActionPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOffActionForCase($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"): (typeof documents)["\n  mutation SignOffActionForCase($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerActionForCase($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerActionForCase($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CounselsWord on AdvocacyAction {\n    id revision state title statement saidRevision may\n    case { id representedBy { id state } }\n    cases { kept signed }\n    signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } }\n    counselAnswers { id said saidRevision title statement discussedOn givenAt takenOverAt current attorney { id name } }\n    changedSinceSignOff { since title { kept text } statement { kept text } further { kept text } nameFormBefore nameForm audiencesBefore audiences usesPhotoBefore usesPhoto }\n    embargoes { field until }\n  }\n"): (typeof documents)["\n  fragment CounselsWord on AdvocacyAction {\n    id revision state title statement saidRevision may\n    case { id representedBy { id state } }\n    cases { kept signed }\n    signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } }\n    counselAnswers { id said saidRevision title statement discussedOn givenAt takenOverAt current attorney { id name } }\n    changedSinceSignOff { since title { kept text } statement { kept text } further { kept text } nameFormBefore nameForm audiencesBefore audiences usesPhotoBefore usesPhoto }\n    embargoes { field until }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOffAction($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"): (typeof documents)["\n  mutation SignOffAction($input: SignOffActionInput!) {\n    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskCounsel($input: AskCounselInput!) {\n    askCounsel(input: $input) { __typename ... on AskCounselPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AskCounsel($input: AskCounselInput!) {\n    askCounsel(input: $input) { __typename ... on AskCounselPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerAction($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerAction($input: AnswerActionInput!) {\n    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeOverWords($input: TakeOverWordsInput!) {\n    takeOverWords(input: $input) { __typename ... on TakeOverWordsPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeOverWords($input: TakeOverWordsInput!) {\n    takeOverWords(input: $input) { __typename ... on TakeOverWordsPayload { action { id ...ActionView } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSignOffs($input: ConfirmSignOffsInput!) {\n    confirmSignOffs(input: $input) { __typename ... on ConfirmSignOffsPayload { actions { id revision state missing signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ConfirmSignOffs($input: ConfirmSignOffsInput!) {\n    confirmSignOffs(input: $input) { __typename ... on ConfirmSignOffsPayload { actions { id revision state missing signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EmbargoAction($input: EmbargoActionInput!) {\n    embargoAction(input: $input) { __typename ... on EmbargoActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EmbargoAction($input: EmbargoActionInput!) {\n    embargoAction(input: $input) { __typename ... on EmbargoActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DayOfAction on AdvocacyAction { id revision kind spokespeople pressContact runOfShow languages accessibility link lettersDueOn lead { id name } }\n"): (typeof documents)["\n  fragment DayOfAction on AdvocacyAction { id revision kind spokespeople pressContact runOfShow languages accessibility link lettersDueOn lead { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArrangeTheDay($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id ...DayOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ArrangeTheDay($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id ...DayOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftAction($input: DraftActionInput!) {\n    draftAction(input: $input) { __typename ... on DraftActionPayload { action { id ...ActionSummary } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DraftAction($input: DraftActionInput!) {\n    draftAction(input: $input) { __typename ... on DraftActionPayload { action { id ...ActionSummary } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerHearingMove($input: AnswerHearingMoveInput!) {\n    answerHearingMove(input: $input) { __typename ... on AnswerHearingMovePayload { action { id revision hearingMoved state } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerHearingMove($input: AnswerHearingMoveInput!) {\n    answerHearingMove(input: $input) { __typename ... on AnswerHearingMovePayload { action { id revision hearingMoved state } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MovingAction($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id revision title state may followsHearing hearing { id } answers { asked coming maybe } occasion { id startsAt wallStarts timeZone hourKnown } }\n    }\n  }\n"): (typeof documents)["\n  query MovingAction($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on AdvocacyAction { id revision title state may followsHearing hearing { id } answers { asked coming maybe } occasion { id startsAt wallStarts timeZone hourKnown } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id revision followsHearing occasion { id sequence startsAt endsAt wallStarts hourKnown } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MoveAction($input: ReviseActionInput!) {\n    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id revision followsHearing occasion { id sequence startsAt endsAt wallStarts hourKnown } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PublicPageOf on AdvocacyAction {\n    id revision may publicPage { standing url posterUrl language }\n  }\n"): (typeof documents)["\n  fragment PublicPageOf on AdvocacyAction {\n    id revision may publicPage { standing url posterUrl language }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditPublicPage($input: EditPublicPageInput!) {\n    editPublicPage(input: $input) { __typename ... on EditPublicPagePayload { action { id ...PublicPageOf } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EditPublicPage($input: EditPublicPageInput!) {\n    editPublicPage(input: $input) { __typename ... on EditPublicPagePayload { action { id ...PublicPageOf } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReadyOfAction on AdvocacyAction {\n    id unready\n    warnings { what where words }\n    clashes { kind startsAt timeZone }\n  }\n"): (typeof documents)["\n  fragment ReadyOfAction on AdvocacyAction {\n    id unready\n    warnings { what where words }\n    clashes { kind startsAt timeZone }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SafetyOfAction on AdvocacyAction {\n    id\n    safetyPlan { id revision marshals medics legalObservers policeLiaison noPoliceLiaison legalSupportNumber counterProtest weather stopRule }\n  }\n"): (typeof documents)["\n  fragment SafetyOfAction on AdvocacyAction {\n    id\n    safetyPlan { id revision marshals medics legalObservers policeLiaison noPoliceLiaison legalSupportNumber counterProtest weather stopRule }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteSafetyPlan($input: WriteSafetyPlanInput!) {\n    writeSafetyPlan(input: $input) { __typename ... on WriteSafetyPlanPayload { action { id ...SafetyOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WriteSafetyPlan($input: WriteSafetyPlanInput!) {\n    writeSafetyPlan(input: $input) { __typename ... on WriteSafetyPlanPayload { action { id ...SafetyOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignOffsWaiting {\n    actions(states: [DRAFT], first: 20) {\n      edges { node { id title statement may signOffs { id current } counselAnswers { id current } case { id shortId } occasion { id kind startsAt timeZone hourKnown } ...CounselsWord } }\n    }\n  }\n"): (typeof documents)["\n  query SignOffsWaiting {\n    actions(states: [DRAFT], first: 20) {\n      edges { node { id title statement may signOffs { id current } counselAnswers { id current } case { id shortId } occasion { id kind startsAt timeZone hourKnown } ...CounselsWord } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WordingsOfAction on AdvocacyAction { id revision wordings { id kind language body } }\n"): (typeof documents)["\n  fragment WordingsOfAction on AdvocacyAction { id revision wordings { id kind language body } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftWording($input: DraftWordingInput!) {\n    draftWording(input: $input) { __typename ... on DraftWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DraftWording($input: DraftWordingInput!) {\n    draftWording(input: $input) { __typename ... on DraftWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteWording($input: WriteWordingInput!) {\n    writeWording(input: $input) { __typename ... on WriteWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WriteWording($input: WriteWordingInput!) {\n    writeWording(input: $input) { __typename ... on WriteWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordAppearance($input: RecordAppearanceInput!) {\n    recordAppearance(input: $input) { __typename ... on RecordAppearancePayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordAppearance($input: RecordAppearanceInput!) {\n    recordAppearance(input: $input) { __typename ... on RecordAppearancePayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskWithdrawal($input: AskWithdrawalInput!) {\n    askWithdrawal(input: $input) { __typename ... on AskWithdrawalPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AskWithdrawal($input: AskWithdrawalInput!) {\n    askWithdrawal(input: $input) { __typename ... on AskWithdrawalPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordWithdrawalDecision($input: RecordWithdrawalDecisionInput!) {\n    recordWithdrawalDecision(input: $input) { __typename ... on RecordWithdrawalDecisionPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordWithdrawalDecision($input: RecordWithdrawalDecisionInput!) {\n    recordWithdrawalDecision(input: $input) { __typename ... on RecordWithdrawalDecisionPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AttorneyRecorded($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id name\n        attorney { qualification barStates goodStanding eoirRegistered accreditation accreditedUntil statementFiled admittedCourts languages openToOffers mostCases hoursAMonth places remote interests wantsMentor supervisor { id } mentor { id } conflictsContact { id } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AttorneyRecorded($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id name\n        attorney { qualification barStates goodStanding eoirRegistered accreditation accreditedUntil statementFiled admittedCourts languages openToOffers mostCases hoursAMonth places remote interests wantsMentor supervisor { id } mentor { id } conflictsContact { id } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordAttorney($input: RecordAttorneyInput!) {\n    recordAttorney(input: $input) { __typename ... on RecordAttorneyPayload { person { id attorney { qualification languages openToOffers } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordAttorney($input: RecordAttorneyInput!) {\n    recordAttorney(input: $input) { __typename ... on RecordAttorneyPayload { person { id attorney { qualification languages openToOffers } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendConflictSheet($input: SendConflictSheetInput!) {\n    sendConflictSheet(input: $input) { __typename ... on SendConflictSheetPayload { sheet { id found answer contact { id name } } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SendConflictSheet($input: SendConflictSheetInput!) {\n    sendConflictSheet(input: $input) { __typename ... on SendConflictSheetPayload { sheet { id found answer contact { id name } } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConflictNames($after: String) {\n    conflictNames(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id side name } } }\n  }\n"): (typeof documents)["\n  query ConflictNames($after: String) {\n    conflictNames(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id side name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddConflictNames($input: AddConflictNamesInput!) {\n    addConflictNames(input: $input) { __typename ... on AddConflictNamesPayload { added } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddConflictNames($input: AddConflictNamesInput!) {\n    addConflictNames(input: $input) { __typename ... on AddConflictNamesPayload { added } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveConflictNames($input: RemoveConflictNamesInput!) {\n    removeConflictNames(input: $input) { __typename ... on RemoveConflictNamesPayload { removed } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RemoveConflictNames($input: RemoveConflictNamesInput!) {\n    removeConflictNames(input: $input) { __typename ... on RemoveConflictNamesPayload { removed } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConflictSheets {\n    conflictSheets { id revision sentAt openUntil found answer answeredAt closedAt attorney { id name } askedBy { id name } contents { names relatives employers adverseParties } }\n  }\n"): (typeof documents)["\n  query ConflictSheets {\n    conflictSheets { id revision sentAt openUntil found answer answeredAt closedAt attorney { id name } askedBy { id name } contents { names relatives employers adverseParties } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerConflictSheet($input: AnswerConflictSheetInput!) {\n    answerConflictSheet(input: $input) { __typename ... on AnswerConflictSheetPayload { sheet { id revision answer answeredAt closedAt contents { names relatives employers adverseParties } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerConflictSheet($input: AnswerConflictSheetInput!) {\n    answerConflictSheet(input: $input) { __typename ... on AnswerConflictSheetPayload { sheet { id revision answer answeredAt closedAt contents { names relatives employers adverseParties } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OfferAssignments($input: OfferAssignmentsInput!) {\n    offerAssignments(input: $input) { __typename ... on OfferAssignmentsPayload { assignments { id } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation OfferAssignments($input: OfferAssignmentsInput!) {\n    offerAssignments(input: $input) { __typename ... on OfferAssignmentsPayload { assignments { id } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BeforeOffering($caseId: ID!) {\n    node(id: $caseId) {\n      __typename\n      ... on Case { id shortId client { id publicName language } nextHearing { id occasion { id kind startsAt timeZone hourKnown } court { id name } } leadOrganization { id name } consents { id purpose standing } team { id person { id } } }\n    }\n  }\n"): (typeof documents)["\n  query BeforeOffering($caseId: ID!) {\n    node(id: $caseId) {\n      __typename\n      ... on Case { id shortId client { id publicName language } nextHearing { id occasion { id kind startsAt timeZone hourKnown } court { id name } } leadOrganization { id name } consents { id purpose standing } team { id person { id } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseToOffer($id: ID!) {\n    node(id: $id) { __typename ... on Case { id may proceedings { id kind } assignments { id state lapsed expiresAt attorney { id name } } } }\n  }\n"): (typeof documents)["\n  query CaseToOffer($id: ID!) {\n    node(id: $id) { __typename ... on Case { id may proceedings { id kind } assignments { id state lapsed expiresAt attorney { id name } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Offers {\n    offers { id revision scope state blurb offer { language region country minor court track remote hours expiresAt nextHearingKind nextHearingDate blurb } }\n  }\n"): (typeof documents)["\n  query Offers {\n    offers { id revision scope state blurb offer { language region country minor court track remote hours expiresAt nextHearingKind nextHearingDate blurb } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptAssignment($input: AcceptAssignmentInput!) {\n    acceptAssignment(input: $input) { __typename ... on AcceptAssignmentPayload { assignment { id revision state } case { id shortId } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AcceptAssignment($input: AcceptAssignmentInput!) {\n    acceptAssignment(input: $input) { __typename ... on AcceptAssignmentPayload { assignment { id revision state } case { id shortId } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineAssignment($input: DeclineAssignmentInput!) {\n    declineAssignment(input: $input) { __typename ... on DeclineAssignmentPayload { assignment { id revision state } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DeclineAssignment($input: DeclineAssignmentInput!) {\n    declineAssignment(input: $input) { __typename ... on DeclineAssignmentPayload { assignment { id revision state } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RepresentationOfCase on Case {\n    id may\n    proceedings { id kind }\n    assignments {\n      id revision scope state lapsed offeredAt expiresAt engagedAt ofRecordAt answeredAt endedAt\n      attorney { id name } organization { id name } proceeding { id kind }\n      appearances { id revision form formScope primary ofRecord allows citation enteredAt withdrawalAskedAt endedAt proceeding { id kind } }\n      sheets { id sentAt found answer answeredAt closedAt question contact { id name } }\n    }\n  }\n"): (typeof documents)["\n  fragment RepresentationOfCase on Case {\n    id may\n    proceedings { id kind }\n    assignments {\n      id revision scope state lapsed offeredAt expiresAt engagedAt ofRecordAt answeredAt endedAt\n      attorney { id name } organization { id name } proceeding { id kind }\n      appearances { id revision form formScope primary ofRecord allows citation enteredAt withdrawalAskedAt endedAt proceeding { id kind } }\n      sheets { id sentAt found answer answeredAt closedAt question contact { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawAssignment($input: WithdrawAssignmentInput!) {\n    withdrawAssignment(input: $input) { __typename ... on WithdrawAssignmentPayload { assignment { id revision state } case { id ...RepresentationOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WithdrawAssignment($input: WithdrawAssignmentInput!) {\n    withdrawAssignment(input: $input) { __typename ... on WithdrawAssignmentPayload { assignment { id revision state } case { id ...RepresentationOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SeatColleague($input: SeatColleagueInput!) {\n    seatColleague(input: $input) { __typename ... on SeatColleaguePayload { member { id } case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SeatColleague($input: SeatColleagueInput!) {\n    seatColleague(input: $input) { __typename ... on SeatColleaguePayload { member { id } case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveConsentToSeekCounsel($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { consent { id standing } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation GiveConsentToSeekCounsel($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { consent { id standing } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SuggestCounsel($caseId: ID!) {\n    suggestCounsel(caseId: $caseId) {\n      __typename\n      ... on CounselSuggestions { suggestions { person { id name } mayAppear citation because against } }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  query SuggestCounsel($caseId: ID!) {\n    suggestCounsel(caseId: $caseId) {\n      __typename\n      ... on CounselSuggestions { suggestions { person { id name } mayAppear citation because against } }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportAttendance($input: ReportAttendanceInput!) {\n    reportAttendance(input: $input) { __typename ... on ReportAttendancePayload { occasion { id attendance { id revision } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReportAttendance($input: ReportAttendanceInput!) {\n    reportAttendance(input: $input) { __typename ... on ReportAttendancePayload { occasion { id attendance { id revision } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PairCompanions($input: PairCompanionsInput!) {\n    pairCompanions(input: $input) { __typename ... on PairCompanionsPayload { companion { id joined { id } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation PairCompanions($input: PairCompanionsInput!) {\n    pairCompanions(input: $input) { __typename ... on PairCompanionsPayload { companion { id joined { id } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArrangeSeats($input: ArrangeSeatsInput!) {\n    arrangeSeats(input: $input) { __typename ... on ArrangeSeatsPayload { occasion { id seating { id seats heldBack inOrder booked held listed } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ArrangeSeats($input: ArrangeSeatsInput!) {\n    arrangeSeats(input: $input) { __typename ... on ArrangeSeatsPayload { occasion { id seating { id seats heldBack inOrder booked held listed } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Availability($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person { id attorney { revision openToOffers mostCases remote languages interests halfDays barStates admittedCourts eoirRegistered absences { id firstDay lastDay } } }\n    }\n  }\n"): (typeof documents)["\n  query Availability($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person { id attorney { revision openToOffers mostCases remote languages interests halfDays barStates admittedCourts eoirRegistered absences { id firstDay lastDay } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SayAvailability($input: SayAvailabilityInput!) {\n    sayAvailability(input: $input) { __typename ... on SayAvailabilityPayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SayAvailability($input: SayAvailabilityInput!) {\n    sayAvailability(input: $input) { __typename ... on SayAvailabilityPayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordAbsence($input: RecordAbsenceInput!) {\n    recordAbsence(input: $input) { __typename ... on RecordAbsencePayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordAbsence($input: RecordAbsenceInput!) {\n    recordAbsence(input: $input) { __typename ... on RecordAbsencePayload { person { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackAbsence($input: TakeBackAbsenceInput!) {\n    takeBackAbsence(input: $input) { __typename ... on TakeBackAbsencePayload { person { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeBackAbsence($input: TakeBackAbsenceInput!) {\n    takeBackAbsence(input: $input) { __typename ... on TakeBackAbsencePayload { person { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BondLaw($shortId: String!, $asOf: Date) {\n    case(shortId: $shortId) {\n      id may\n      bondGrounds { basis entry charges }\n      bondEligibility(asOf: $asOf) {\n        asOf facility state district circuit stance gaps narrowed\n        arguments { key side sentence citation inForceFrom dayKnown ifTheirs status read unverified }\n        burden { on sentence citation read unverified }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BondLaw($shortId: String!, $asOf: Date) {\n    case(shortId: $shortId) {\n      id may\n      bondGrounds { basis entry charges }\n      bondEligibility(asOf: $asOf) {\n        asOf facility state district circuit stance gaps narrowed\n        arguments { key side sentence citation inForceFrom dayKnown ifTheirs status read unverified }\n        burden { on sentence citation read unverified }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordBondGrounds($input: RecordBondGroundsInput!) {\n    recordBondGrounds(input: $input) { __typename ... on RecordBondGroundsPayload { case { id bondGrounds { basis entry charges } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordBondGrounds($input: RecordBondGroundsInput!) {\n    recordBondGrounds(input: $input) { __typename ... on RecordBondGroundsPayload { case { id bondGrounds { basis entry charges } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BondOfCase on Case {\n    id shortId may custodyStatus\n    bondAmount { amount }\n    bondFund { link }\n    bond {\n      id revision stage nextStages\n      steps { number stage on source recordedAt recordedBy { id name } undoneAt dhsCustody dhsAmount judgeOrder amount reservesAppeal appealedBy obligorKind obligor receipt details }\n      clocks { kind runsFrom length counting due state authority verified }\n    }\n  }\n"): (typeof documents)["\n  fragment BondOfCase on Case {\n    id shortId may custodyStatus\n    bondAmount { amount }\n    bondFund { link }\n    bond {\n      id revision stage nextStages\n      steps { number stage on source recordedAt recordedBy { id name } undoneAt dhsCustody dhsAmount judgeOrder amount reservesAppeal appealedBy obligorKind obligor receipt details }\n      clocks { kind runsFrom length counting due state authority verified }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoBondStage($input: UndoBondStageInput!) {\n    undoBondStage(input: $input) { __typename ... on UndoBondStagePayload { case { id ...BondOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation UndoBondStage($input: UndoBondStageInput!) {\n    undoBondStage(input: $input) { __typename ... on UndoBondStagePayload { case { id ...BondOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NameBondFund($input: NameBondFundInput!) {\n    nameBondFund(input: $input) { __typename ... on NameBondFundPayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation NameBondFund($input: NameBondFundInput!) {\n    nameBondFund(input: $input) { __typename ... on NameBondFundPayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordBondStage($input: RecordBondStageInput!) {\n    recordBondStage(input: $input) { __typename ... on RecordBondStagePayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordBondStage($input: RecordBondStageInput!) {\n    recordBondStage(input: $input) { __typename ... on RecordBondStagePayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DateCard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing {\n        id judge dateStanding closedToPublic location { id name street city state }\n        occasion { id medium room joinUrl placeStreet placeCity }\n        case { id may representedBy { id state attorney { id name } } }\n      }\n      ... on AdvocacyAction { id may state answers { asked coming } occasion { id medium room placeStreet placeCity } }\n      ... on Occasion { id medium room placeStreet placeCity }\n    }\n  }\n"): (typeof documents)["\n  query DateCard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Hearing {\n        id judge dateStanding closedToPublic location { id name street city state }\n        occasion { id medium room joinUrl placeStreet placeCity }\n        case { id may representedBy { id state attorney { id name } } }\n      }\n      ... on AdvocacyAction { id may state answers { asked coming } occasion { id medium room placeStreet placeCity } }\n      ... on Occasion { id medium room placeStreet placeCity }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarAttorneys {\n    attorneys { id name }\n  }\n"): (typeof documents)["\n  query CalendarAttorneys {\n    attorneys { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarCases($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n"): (typeof documents)["\n  query CalendarCases($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CalendarEntries on CalendarEntry {\n    occasion { id kind state startsAt endsAt wallStarts timeZone hourKnown room placeName }\n    hearing { id court { id name } proceeding { id kind } }\n    action { id title plannedByUs }\n    case { id shortId audience client { id publicName } }\n  }\n"): (typeof documents)["\n  fragment CalendarEntries on CalendarEntry {\n    occasion { id kind state startsAt endsAt wallStarts timeZone hourKnown room placeName }\n    hearing { id court { id name } proceeding { id kind } }\n    action { id title plannedByUs }\n    case { id shortId audience client { id publicName } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CallsOfCase on Case {\n    id may\n    callLog { id calledAt callerName caller { id name } told takenBy { id name } followUp { id title doneAt } }\n  }\n"): (typeof documents)["\n  fragment CallsOfCase on Case {\n    id may\n    callLog { id calledAt callerName caller { id name } told takenBy { id name } followUp { id title doneAt } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogCall($input: LogCallInput!) {\n    logCall(input: $input) { __typename ... on LogCallPayload { case { id ...CallsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LogCall($input: LogCallInput!) {\n    logCall(input: $input) { __typename ... on LogCallPayload { case { id ...CallsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallQueue {\n    unconfirmedChanges {\n      id kind wasStartsAt wasTimeZone wasHourKnown\n      case { id shortId }\n      occasion { id kind state startsAt timeZone hourKnown }\n      acknowledgements { id audience state dueBy callOutcome calledAt calledBy { name } person { id name } }\n    }\n  }\n"): (typeof documents)["\n  query CallQueue {\n    unconfirmedChanges {\n      id kind wasStartsAt wasTimeZone wasHourKnown\n      case { id shortId }\n      occasion { id kind state startsAt timeZone hourKnown }\n      acknowledgements { id audience state dueBy callOutcome calledAt calledBy { name } person { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberToCall($id: ID!) {\n    node(id: $id) { __typename ... on Person { id language contacts { id channel address stopped bounced } } }\n  }\n"): (typeof documents)["\n  query NumberToCall($id: ID!) {\n    node(id: $id) { __typename ... on Person { id language contacts { id channel address stopped bounced } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FileToMerge($id: ID!) {\n    node(id: $id) { __typename ... on Case { id shortId priority client { id publicName hasPublicName legalName aNumbers birthDate countryOfBirth nationality gender language } } }\n  }\n"): (typeof documents)["\n  query FileToMerge($id: ID!) {\n    node(id: $id) { __typename ... on Case { id shortId priority client { id publicName hasPublicName legalName aNumbers birthDate countryOfBirth nationality gender language } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BreakGlass($input: BreakGlassInput!) {\n    breakGlass(input: $input) { __typename ... on BreakGlassPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation BreakGlass($input: BreakGlassInput!) {\n    breakGlass(input: $input) { __typename ... on BreakGlassPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardGroups($filter: CaseFilter, $order: CaseOrder, $by: CaseGrouping, $backwards: Boolean!) {\n    boardGroups(filter: $filter, order: $order, by: $by, backwards: $backwards) { key count name landmarks }\n  }\n"): (typeof documents)["\n  query BoardGroups($filter: CaseFilter, $order: CaseOrder, $by: CaseGrouping, $backwards: Boolean!) {\n    boardGroups(filter: $filter, order: $order, by: $by, backwards: $backwards) { key count name landmarks }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardHeldAt($id: ID!) { node(id: $id) { __typename ... on Facility { id name } } }\n"): (typeof documents)["\n  query BoardHeldAt($id: ID!) { node(id: $id) { __typename ... on Facility { id name } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseHeader on Case {\n    id shortId stage custodyStatus priority noPublicity onHold missing reach audience openedAt tags\n    client { id publicName legalName aNumbers aliases birthDate language countryOfBirth minor identityShown }\n    coordinator { id name }\n    leadOrganization { id name }\n    whereNow { id source confidence checkedAt facility { id name city state } }\n    whereabouts { confidence checkedAt facility { id name city state } }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id state attorney { id name } }\n    mergedInto { id shortId }\n    ...MergesOfCase\n  }\n"): (typeof documents)["\n  fragment CaseHeader on Case {\n    id shortId stage custodyStatus priority noPublicity onHold missing reach audience openedAt tags\n    client { id publicName legalName aNumbers aliases birthDate language countryOfBirth minor identityShown }\n    coordinator { id name }\n    leadOrganization { id name }\n    whereNow { id source confidence checkedAt facility { id name city state } }\n    whereabouts { confidence checkedAt facility { id name city state } }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id state attorney { id name } }\n    mergedInto { id shortId }\n    ...MergesOfCase\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditableCase on Case {\n    id revision may stage priority noPublicity onHold audience tags\n    client { id publicName hasPublicName legalName aNumbers aliases birthDate countryOfBirth nationality gender language minor identityShown }\n    coordinator { id name }\n  }\n"): (typeof documents)["\n  fragment EditableCase on Case {\n    id revision may stage priority noPublicity onHold audience tags\n    client { id publicName hasPublicName legalName aNumbers aliases birthDate countryOfBirth nationality gender language minor identityShown }\n    coordinator { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseCase($input: CloseCaseInput!) {\n    closeCase(input: $input) { __typename ... on CloseCasePayload { case { id ...CaseHeader ...EditableCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CloseCase($input: CloseCaseInput!) {\n    closeCase(input: $input) { __typename ... on CloseCasePayload { case { id ...CaseHeader ...EditableCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareCase($input: ShareCaseInput!) {\n    shareCase(input: $input) { __typename ... on ShareCasePayload { case { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ShareCase($input: ShareCaseInput!) {\n    shareCase(input: $input) { __typename ... on ShareCasePayload { case { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCase($input: UpdateCaseInput!) {\n    updateCase(input: $input) { __typename ... on UpdateCasePayload { case { id ...CaseHeader ...EditableCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation UpdateCase($input: UpdateCaseInput!) {\n    updateCase(input: $input) { __typename ... on UpdateCasePayload { case { id ...CaseHeader ...EditableCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EraseCase($input: EraseCaseInput!) {\n    eraseCase(input: $input) { __typename ... on EraseCasePayload { shortId } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EraseCase($input: EraseCaseInput!) {\n    eraseCase(input: $input) { __typename ... on EraseCasePayload { shortId } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MergesOfCase on Case {\n    id may\n    mergedInto { id shortId }\n    merges { id mergedAt undoneAt mergedCase { id shortId } mergedBy { id name } }\n  }\n"): (typeof documents)["\n  fragment MergesOfCase on Case {\n    id may\n    mergedInto { id shortId }\n    merges { id mergedAt undoneAt mergedCase { id shortId } mergedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeCases($input: MergeCasesInput!) {\n    mergeCases(input: $input) { __typename ... on MergeCasesPayload { case { id ...CaseHeader } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MergeCases($input: MergeCasesInput!) {\n    mergeCases(input: $input) { __typename ... on MergeCasesPayload { case { id ...CaseHeader } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoMerge($input: UndoMergeInput!) {\n    undoMerge(input: $input) { __typename ... on UndoMergePayload { case { id ...CaseHeader } mergedCase { id shortId } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation UndoMerge($input: UndoMergeInput!) {\n    undoMerge(input: $input) { __typename ... on UndoMergePayload { case { id ...CaseHeader } mergedCase { id shortId } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) { __typename ... on SaveViewPayload { savedView { id revision name address } organization { id savedViews { id } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) { __typename ... on SaveViewPayload { savedView { id revision name address } organization { id savedViews { id } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeInCase($input: TakeInCaseInput!) {\n    takeInCase(input: $input) {\n      __typename\n      ... on TakeInCasePayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  mutation TakeInCase($input: TakeInCaseInput!) {\n    takeInCase(input: $input) {\n      __typename\n      ... on TakeInCasePayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PossibleMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n"): (typeof documents)["\n  query PossibleMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SavedViews {\n    viewer { organization { id savedViews { id revision name address shared mine favourite opensWith savedBy { id name } } } }\n  }\n"): (typeof documents)["\n  query SavedViews {\n    viewer { organization { id savedViews { id revision name address shared mine favourite opensWith savedBy { id name } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareView($input: ShareViewInput!) {\n    shareView(input: $input) { __typename ... on ShareViewPayload { savedView { id revision shared } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ShareView($input: ShareViewInput!) {\n    shareView(input: $input) { __typename ... on ShareViewPayload { savedView { id revision shared } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveView($input: RemoveViewInput!) {\n    removeView(input: $input) { __typename ... on RemoveViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RemoveView($input: RemoveViewInput!) {\n    removeView(input: $input) { __typename ... on RemoveViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutBackView($input: PutBackViewInput!) {\n    putBackView(input: $input) { __typename ... on PutBackViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation PutBackView($input: PutBackViewInput!) {\n    putBackView(input: $input) { __typename ... on PutBackViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkView($input: MarkViewInput!) {\n    markView(input: $input) { __typename ... on MarkViewPayload { savedView { id favourite opensWith } organization { id savedViews { id opensWith } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MarkView($input: MarkViewInput!) {\n    markView(input: $input) { __typename ... on MarkViewPayload { savedView { id favourite opensWith } organization { id savedViews { id opensWith } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseStory($shortId: String!, $after: String) {\n    case(shortId: $shortId) {\n      id\n      story(first: 50, after: $after) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { key kind at day timeZone ahead what state outcome audience place name dueOn } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseStory($shortId: String!, $after: String) {\n    case(shortId: $shortId) {\n      id\n      story(first: 50, after: $after) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { key kind at day timeZone ahead what state outcome audience place name dueOn } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrailPeople($shortId: String!) {\n    case(shortId: $shortId) { id coordinator { id name } team { id person { id name } } }\n  }\n"): (typeof documents)["\n  query TrailPeople($shortId: String!) {\n    case(shortId: $shortId) { id coordinator { id name } team { id person { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseTrail($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseTrail($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrailChanges($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason changes } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrailChanges($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {\n    case(shortId: $shortId) {\n      id\n      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {\n        pageInfo { hasNextPage endCursor }\n        edges { node { seq at by act concerns whyMoved fields reason changes } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardRow on Case {\n    id shortId revision stage custodyStatus priority noPublicity missing reach audience tags openedAt\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    whereNow { id facility { id name city state } }\n    nextOccasion { id kind startsAt timeZone hourKnown }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id attorney { id name } }\n  }\n"): (typeof documents)["\n  fragment BoardRow on Case {\n    id shortId revision stage custodyStatus priority noPublicity missing reach audience tags openedAt\n    client { id publicName hasPublicName }\n    coordinator { id name }\n    whereNow { id facility { id name city state } }\n    nextOccasion { id kind startsAt timeZone hourKnown }\n    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }\n    representedBy { id attorney { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardWindow($filter: CaseFilter, $order: CaseOrder, $backwards: Boolean!, $after: String) {\n    cases(filter: $filter, order: $order, backwards: $backwards, first: 50, after: $after) {\n      edges { node { id ...BoardRow } }\n    }\n  }\n"): (typeof documents)["\n  query BoardWindow($filter: CaseFilter, $order: CaseOrder, $backwards: Boolean!, $after: String) {\n    cases(filter: $filter, order: $order, backwards: $backwards, first: 50, after: $after) {\n      edges { node { id ...BoardRow } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChooseColleague {\n    viewer { organization { id members { role person { id name } } } }\n  }\n"): (typeof documents)["\n  query ChooseColleague {\n    viewer { organization { id members { role person { id name } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCases($input: UpdateCasesInput!) {\n    updateCases(input: $input) {\n      __typename\n      ... on UpdateCasesPayload {\n        changed { case { id shortId revision stage priority tags coordinator { id name } } back { caseId expectedRevision stage priority coordinatorId nobody addTags removeTags } }\n        notChanged { caseId message }\n      }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateCases($input: UpdateCasesInput!) {\n    updateCases(input: $input) {\n      __typename\n      ... on UpdateCasesPayload {\n        changed { case { id shortId revision stage priority tags coordinator { id name } } back { caseId expectedRevision stage priority coordinatorId nobody addTags removeTags } }\n        notChanged { caseId message }\n      }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoChangedCase($shortId: String!) {\n    case(shortId: $shortId) { id revision stage priority tags coordinator { id name } trail(first: 10) { edges { node { seq by act } } } }\n  }\n"): (typeof documents)["\n  query WhoChangedCase($shortId: String!) {\n    case(shortId: $shortId) { id revision stage priority tags coordinator { id name } trail(first: 10) { edges { node { seq by act } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChangesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id may hearings { id occasion { id ...ChangesOfOccasion } } }\n  }\n"): (typeof documents)["\n  query ChangesOfCase($shortId: String!) {\n    case(shortId: $shortId) { id may hearings { id occasion { id ...ChangesOfOccasion } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangesOfOccasion on Occasion {\n    id kind state sequence startsAt endsAt timeZone hourKnown\n    openChanges {\n      id kind sequence at wasStartsAt wasTimeZone wasHourKnown told delivered confirmed owing crowdTold crowdDelivered crowdConfirmed\n      by { id name }\n      mine { id }\n      acknowledgements {\n        id audience state dueBy acknowledgedAt how callOutcome calledAt channels reachable\n        person { id name } calledBy { name } replacedBy { name }\n        escalations { rung at undelivered called }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ChangesOfOccasion on Occasion {\n    id kind state sequence startsAt endsAt timeZone hourKnown\n    openChanges {\n      id kind sequence at wasStartsAt wasTimeZone wasHourKnown told delivered confirmed owing crowdTold crowdDelivered crowdConfirmed\n      by { id name }\n      mine { id }\n      acknowledgements {\n        id audience state dueBy acknowledgedAt how callOutcome calledAt channels reachable\n        person { id name } calledBy { name } replacedBy { name }\n        escalations { rung at undelivered called }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcknowledgeChange($input: AcknowledgeChangeInput!) {\n    acknowledgeChange(input: $input) { __typename ... on AcknowledgeChangePayload { occasion { id ...ChangesOfOccasion } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AcknowledgeChange($input: AcknowledgeChangeInput!) {\n    acknowledgeChange(input: $input) { __typename ... on AcknowledgeChangePayload { occasion { id ...ChangesOfOccasion } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordReached($input: RecordReachedInput!) {\n    recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordReached($input: RecordReachedInput!) {\n    recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendChange($input: ResendChangeInput!) {\n    resendChange(input: $input) { __typename ... on ResendChangePayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ResendChange($input: ResendChangeInput!) {\n    resendChange(input: $input) { __typename ... on ResendChangePayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnconfirmedChanges {\n    unconfirmedChanges {\n      id kind told confirmed owing\n      case { id shortId }\n      occasion { id kind startsAt timeZone hourKnown }\n      acknowledgements { id state person { id name } }\n    }\n  }\n"): (typeof documents)["\n  query UnconfirmedChanges {\n    unconfirmedChanges {\n      id kind told confirmed owing\n      case { id shortId }\n      occasion { id kind startsAt timeZone hourKnown }\n      acknowledgements { id state person { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckInsOfCase on Case {\n    id may custodyStatus\n    supervisions { id revision kind terms beganAt endedAt }\n    checkIns { id revision office outcome occasion { id state startsAt timeZone hourKnown placeName } accompaniers { id revision state person { id name } } }\n  }\n"): (typeof documents)["\n  fragment CheckInsOfCase on Case {\n    id may custodyStatus\n    supervisions { id revision kind terms beganAt endedAt }\n    checkIns { id revision office outcome occasion { id state startsAt timeZone hourKnown placeName } accompaniers { id revision state person { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordSupervision($input: RecordSupervisionInput!) {\n    recordSupervision(input: $input) { __typename ... on RecordSupervisionPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordSupervision($input: RecordSupervisionInput!) {\n    recordSupervision(input: $input) { __typename ... on RecordSupervisionPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScheduleCheckIn($input: ScheduleCheckInInput!) {\n    scheduleCheckIn(input: $input) { __typename ... on ScheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ScheduleCheckIn($input: ScheduleCheckInInput!) {\n    scheduleCheckIn(input: $input) { __typename ... on ScheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RescheduleCheckIn($input: RescheduleCheckInInput!) {\n    rescheduleCheckIn(input: $input) { __typename ... on RescheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RescheduleCheckIn($input: RescheduleCheckInInput!) {\n    rescheduleCheckIn(input: $input) { __typename ... on RescheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelCheckIn($input: CancelCheckInInput!) {\n    cancelCheckIn(input: $input) { __typename ... on CancelCheckInPayload { case { id ...CheckInsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CancelCheckIn($input: CancelCheckInInput!) {\n    cancelCheckIn(input: $input) { __typename ... on CancelCheckInPayload { case { id ...CheckInsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportCheckIn($input: ReportCheckInInput!) {\n    reportCheckIn(input: $input) { __typename ... on ReportCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReportCheckIn($input: ReportCheckInInput!) {\n    reportCheckIn(input: $input) { __typename ... on ReportCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NameAccompanier($input: NameAccompanierInput!) {\n    nameAccompanier(input: $input) { __typename ... on NameAccompanierPayload { case { id ...CheckInsOfCase } } ... on NotCleared { missing } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation NameAccompanier($input: NameAccompanierInput!) {\n    nameAccompanier(input: $input) { __typename ... on NameAccompanierPayload { case { id ...CheckInsOfCase } } ... on NotCleared { missing } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BlurPicture($input: BlurPictureInput!) {\n    blurPicture(input: $input) { __typename ... on BlurPicturePayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation BlurPicture($input: BlurPictureInput!) {\n    blurPicture(input: $input) { __typename ... on BlurPicturePayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SightingDesks {\n    sightingDesks { handle supportPhone closedAt organization { id } shares { partner { id name } } }\n  }\n"): (typeof documents)["\n  query SightingDesks {\n    sightingDesks { handle supportPhone closedAt organization { id } shares { partner { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenSightingDesk($input: OpenSightingDeskInput!) {\n    openSightingDesk(input: $input) { __typename ... on OpenSightingDeskPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation OpenSightingDesk($input: OpenSightingDeskInput!) {\n    openSightingDesk(input: $input) { __typename ... on OpenSightingDeskPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseSightingDesk($input: CloseSightingDeskInput!) {\n    closeSightingDesk(input: $input) { __typename ... on CloseSightingDeskPayload { desk { handle } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CloseSightingDesk($input: CloseSightingDeskInput!) {\n    closeSightingDesk(input: $input) { __typename ... on CloseSightingDeskPayload { desk { handle } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareSightings($input: ShareSightingsInput!) {\n    shareSightings(input: $input) { __typename ... on ShareSightingsPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ShareSightings($input: ShareSightingsInput!) {\n    shareSightings(input: $input) { __typename ... on ShareSightingsPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopSharingSightings($input: StopSharingSightingsInput!) {\n    stopSharingSightings(input: $input) { __typename ... on StopSharingSightingsPayload { desk { handle } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation StopSharingSightings($input: StopSharingSightingsInput!) {\n    stopSharingSightings(input: $input) { __typename ... on StopSharingSightingsPayload { desk { handle } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListedGroups {\n    listedGroups { id revision name works towns languages phone note checkedOn }\n  }\n"): (typeof documents)["\n  query ListedGroups {\n    listedGroups { id revision name works towns languages phone note checkedOn }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Referrals {\n    referrals { id whom need agreement referredAt group { id name } referredBy { id name } }\n  }\n"): (typeof documents)["\n  query Referrals {\n    referrals { id whom need agreement referredAt group { id name } referredBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListGroup($input: ListGroupInput!) {\n    listGroup(input: $input) { __typename ... on ListGroupPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ListGroup($input: ListGroupInput!) {\n    listGroup(input: $input) { __typename ... on ListGroupPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectListing($input: CorrectListingInput!) {\n    correctListing(input: $input) { __typename ... on CorrectListingPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CorrectListing($input: CorrectListingInput!) {\n    correctListing(input: $input) { __typename ... on CorrectListingPayload { group { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DelistGroup($input: DelistGroupInput!) {\n    delistGroup(input: $input) { __typename ... on DelistGroupPayload { groupId } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DelistGroup($input: DelistGroupInput!) {\n    delistGroup(input: $input) { __typename ... on DelistGroupPayload { groupId } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReferPerson($input: ReferPersonInput!) {\n    referPerson(input: $input) { __typename ... on ReferPersonPayload { referral { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReferPerson($input: ReferPersonInput!) {\n    referPerson(input: $input) { __typename ... on ReferPersonPayload { referral { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SightingFacts on Sighting {\n    id kind state seenAt timeZone town place howMany what withheld heldAt\n    organization { id name }\n    pictures { id blurredAt address }\n  }\n"): (typeof documents)["\n  fragment SightingFacts on Sighting {\n    id kind state seenAt timeZone town place howMany what withheld heldAt\n    organization { id name }\n    pictures { id blurredAt address }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Responders {\n    responders { id revision towns days onCallFrom onCallUntil timeZone person { id name } }\n  }\n"): (typeof documents)["\n  query Responders {\n    responders { id revision towns days onCallFrom onCallUntil timeZone person { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnlistResponder($input: EnlistResponderInput!) {\n    enlistResponder(input: $input) { __typename ... on EnlistResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EnlistResponder($input: EnlistResponderInput!) {\n    enlistResponder(input: $input) { __typename ... on EnlistResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeResponder($input: ChangeResponderInput!) {\n    changeResponder(input: $input) { __typename ... on ChangeResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ChangeResponder($input: ChangeResponderInput!) {\n    changeResponder(input: $input) { __typename ... on ChangeResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissResponder($input: DismissResponderInput!) {\n    dismissResponder(input: $input) { __typename ... on DismissResponderPayload { responder { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DismissResponder($input: DismissResponderInput!) {\n    dismissResponder(input: $input) { __typename ... on DismissResponderPayload { responder { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Schools {\n    schools { id revision name town contactName contactPhone whoToCall plan reviewedOn }\n  }\n"): (typeof documents)["\n  query Schools {\n    schools { id revision name town contactName contactPhone whoToCall plan reviewedOn }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepSchool($input: KeepSchoolInput!) {\n    keepSchool(input: $input) { __typename ... on KeepSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation KeepSchool($input: KeepSchoolInput!) {\n    keepSchool(input: $input) { __typename ... on KeepSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectSchool($input: CorrectSchoolInput!) {\n    correctSchool(input: $input) { __typename ... on CorrectSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CorrectSchool($input: CorrectSchoolInput!) {\n    correctSchool(input: $input) { __typename ... on CorrectSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DropSchool($input: DropSchoolInput!) {\n    dropSchool(input: $input) { __typename ... on DropSchoolPayload { schoolId } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DropSchool($input: DropSchoolInput!) {\n    dropSchool(input: $input) { __typename ... on DropSchoolPayload { schoolId } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConfirmedSighting on Sighting {\n    id ...SightingFacts\n    reporter { name contact language legalMayAsk }\n    account { place howMany what }\n  }\n"): (typeof documents)["\n  fragment ConfirmedSighting on Sighting {\n    id ...SightingFacts\n    reporter { name contact language legalMayAsk }\n    account { place howMany what }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sightings {\n    sightings { id ...ConfirmedSighting }\n  }\n"): (typeof documents)["\n  query Sightings {\n    sightings { id ...ConfirmedSighting }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeInSighting($input: TakeInSightingInput!) {\n    takeInSighting(input: $input) { __typename ... on TakeInSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeInSighting($input: TakeInSightingInput!) {\n    takeInSighting(input: $input) { __typename ... on TakeInSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordIncidentOfSighting($input: RecordIncidentOfSightingInput!) {\n    recordIncidentOfSighting(input: $input) { __typename ... on RecordIncidentOfSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordIncidentOfSighting($input: RecordIncidentOfSightingInput!) {\n    recordIncidentOfSighting(input: $input) { __typename ... on RecordIncidentOfSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SightingToVerify on Sighting {\n    id revision state toldAt heldAt town\n    ...SightingFacts\n    recordedBy { id name }\n    account { place howMany what }\n    reporter { name contact language legalMayAsk }\n    pictures { id revision blurredAt address }\n    dispatches { id state person { id name } }\n  }\n"): (typeof documents)["\n  fragment SightingToVerify on Sighting {\n    id revision state toldAt heldAt town\n    ...SightingFacts\n    recordedBy { id name }\n    account { place howMany what }\n    reporter { name contact language legalMayAsk }\n    pictures { id revision blurredAt address }\n    dispatches { id state person { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SightingsToVerify {\n    sightingsToVerify { id ...SightingToVerify }\n  }\n"): (typeof documents)["\n  query SightingsToVerify {\n    sightingsToVerify { id ...SightingToVerify }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSighting($input: ConfirmSightingInput!) {\n    confirmSighting(input: $input) { __typename ... on ConfirmSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ConfirmSighting($input: ConfirmSightingInput!) {\n    confirmSighting(input: $input) { __typename ... on ConfirmSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkSightingUnfounded($input: MarkSightingUnfoundedInput!) {\n    markSightingUnfounded(input: $input) { __typename ... on MarkSightingUnfoundedPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MarkSightingUnfounded($input: MarkSightingUnfoundedInput!) {\n    markSightingUnfounded(input: $input) { __typename ... on MarkSightingUnfoundedPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldSighting($input: HoldSightingInput!) {\n    holdSighting(input: $input) { __typename ... on HoldSightingPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation HoldSighting($input: HoldSightingInput!) {\n    holdSighting(input: $input) { __typename ... on HoldSightingPayload { sighting { id ...SightingFacts } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DispatchResponders($input: DispatchRespondersInput!) {\n    dispatchResponders(input: $input) { __typename ... on DispatchRespondersPayload { called sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DispatchResponders($input: DispatchRespondersInput!) {\n    dispatchResponders(input: $input) { __typename ... on DispatchRespondersPayload { called sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordSighting($input: RecordSightingInput!) {\n    recordSighting(input: $input) { __typename ... on RecordSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordSighting($input: RecordSightingInput!) {\n    recordSighting(input: $input) { __typename ... on RecordSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConsentsOfCase on Case {\n    id may\n    client { id language }\n    safeguard { doubtedSince why doubtedBy { id name } }\n    consentInterviews { id officials courtroom press photo fullName givenBy heard language interpreter witness relayedBy script guardianAdverse askedAt recordedBy { id name } }\n    ...RetractionsOfCase\n    consents { id revision purpose audience channel nameForm place photo story bond state standing givenBy heard confirmedAt confirmedIn givenAt expiresAt endedAt recordedBy { id name } confirmedBy { id name } }\n  }\n"): (typeof documents)["\n  fragment ConsentsOfCase on Case {\n    id may\n    client { id language }\n    safeguard { doubtedSince why doubtedBy { id name } }\n    consentInterviews { id officials courtroom press photo fullName givenBy heard language interpreter witness relayedBy script guardianAdverse askedAt recordedBy { id name } }\n    ...RetractionsOfCase\n    consents { id revision purpose audience channel nameForm place photo story bond state standing givenBy heard confirmedAt confirmedIn givenAt expiresAt endedAt recordedBy { id name } confirmedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) { __typename ... on GiveConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmConsent($input: ConfirmConsentInput!) {\n    confirmConsent(input: $input) { __typename ... on ConfirmConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ConfirmConsent($input: ConfirmConsentInput!) {\n    confirmConsent(input: $input) { __typename ... on ConfirmConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseConsent($input: PauseConsentInput!) {\n    pauseConsent(input: $input) { __typename ... on PauseConsentPayload { calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation PauseConsent($input: PauseConsentInput!) {\n    pauseConsent(input: $input) { __typename ... on PauseConsentPayload { calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeConsent($input: ResumeConsentInput!) {\n    resumeConsent(input: $input) { __typename ... on ResumeConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ResumeConsent($input: ResumeConsentInput!) {\n    resumeConsent(input: $input) { __typename ... on ResumeConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DoubtCapacity($input: DoubtCapacityInput!) {\n    doubtCapacity(input: $input) { __typename ... on DoubtCapacityPayload { case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DoubtCapacity($input: DoubtCapacityInput!) {\n    doubtCapacity(input: $input) { __typename ... on DoubtCapacityPayload { case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NarrowConsent($input: NarrowConsentInput!) {\n    narrowConsent(input: $input) { __typename ... on NarrowConsentPayload { consent { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation NarrowConsent($input: NarrowConsentInput!) {\n    narrowConsent(input: $input) { __typename ... on NarrowConsentPayload { consent { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { __typename ... on WithdrawConsentPayload { cannotBeRecalled calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { __typename ... on WithdrawConsentPayload { cannotBeRecalled calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordConsentInterview($input: RecordConsentInterviewInput!) {\n    recordConsentInterview(input: $input) { __typename ... on RecordConsentInterviewPayload { consents { id state } case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordConsentInterview($input: RecordConsentInterviewInput!) {\n    recordConsentInterview(input: $input) { __typename ... on RecordConsentInterviewPayload { consents { id state } case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RetractionsOfCase on Case {\n    id\n    retractions { id revision kind audience messages toldAt answer person { id name } caller { id name } toldBy { id name } action { id title } }\n  }\n"): (typeof documents)["\n  fragment RetractionsOfCase on Case {\n    id\n    retractions { id revision kind audience messages toldAt answer person { id name } caller { id name } toldBy { id name } action { id title } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TickOffRetraction($input: TickOffRetractionInput!) {\n    tickOffRetraction(input: $input) { __typename ... on TickOffRetractionPayload { case { id ...RetractionsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TickOffRetraction($input: TickOffRetractionInput!) {\n    tickOffRetraction(input: $input) { __typename ... on TickOffRetractionPayload { case { id ...RetractionsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CourtHearing on Hearing {\n    id revision reportedAt\n    case { id shortId may client { id publicName } coordinator { id name } leadOrganization { id phone } }\n    occasion { id kind state startsAt endsAt timeZone hourKnown placeName placeStreet placeCity room medium joinUrl }\n  }\n"): (typeof documents)["\n  fragment CourtHearing on Hearing {\n    id revision reportedAt\n    case { id shortId may client { id publicName } coordinator { id name } leadOrganization { id phone } }\n    occasion { id kind state startsAt endsAt timeZone hourKnown placeName placeStreet placeCity room medium joinUrl }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyDates($range: CalendarRange!) { calendar(range: $range) { hearing { id ...CourtHearing } } }\n"): (typeof documents)["\n  query MyDates($range: CalendarRange!) { calendar(range: $range) { hearing { id ...CourtHearing } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CustodyOfCase on Case {\n    id may custodyStatus reach\n    whereNow { id }\n    custody { id place bookedInAt bookedOutAt releaseReason source confidence checkedAt checkedBy { id name } facility { id name city state timeZone latitude longitude locationPrecision } }\n    proceedings { id kind court { id name city state latitude longitude } }\n    nextHearing { id court { id name city state latitude longitude } }\n    custodyHistory { kind began ended hours stale stintId }\n    locatorChecks { id source found checkedAt checkedBy { id name } }\n  }\n"): (typeof documents)["\n  fragment CustodyOfCase on Case {\n    id may custodyStatus reach\n    whereNow { id }\n    custody { id place bookedInAt bookedOutAt releaseReason source confidence checkedAt checkedBy { id name } facility { id name city state timeZone latitude longitude locationPrecision } }\n    proceedings { id kind court { id name city state latitude longitude } }\n    nextHearing { id court { id name city state latitude longitude } }\n    custodyHistory { kind began ended hours stale stintId }\n    locatorChecks { id source found checkedAt checkedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordCustody($input: RecordCustodyInput!) {\n    recordCustody(input: $input) { __typename ... on RecordCustodyPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordCustody($input: RecordCustodyInput!) {\n    recordCustody(input: $input) { __typename ... on RecordCustodyPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackLook($input: TakeBackLookInput!) {\n    takeBackLook(input: $input) { __typename ... on TakeBackLookPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeBackLook($input: TakeBackLookInput!) {\n    takeBackLook(input: $input) { __typename ... on TakeBackLookPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordTransfer($input: RecordTransferInput!) {\n    recordTransfer(input: $input) { __typename ... on RecordTransferPayload { case { id ...CustodyOfCase } changes { what before after } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordTransfer($input: RecordTransferInput!) {\n    recordTransfer(input: $input) { __typename ... on RecordTransferPayload { case { id ...CustodyOfCase } changes { what before after } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordRelease($input: RecordReleaseInput!) {\n    recordRelease(input: $input) { __typename ... on RecordReleasePayload { calledOff case { id ...CustodyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordRelease($input: RecordReleaseInput!) {\n    recordRelease(input: $input) { __typename ... on RecordReleasePayload { calledOff case { id ...CustodyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TransferOfCase on Case {\n    id may\n    alarms { kind rings nextStep since who why expected expectedAt expectedBy courtId court facilityId facility checkedAt }\n    transfers { id leftAt arrivedAt fromFacility toFacility timeZone source confidence changes { what before after } checklist { id what title revision dueAt doneAt owner } }\n    habeasClock { arrestedAt firstMovedAt hours }\n    habeasFilings { id filedAt district circuit confidence facility { id name } }\n  }\n"): (typeof documents)["\n  fragment TransferOfCase on Case {\n    id may\n    alarms { kind rings nextStep since who why expected expectedAt expectedBy courtId court facilityId facility checkedAt }\n    transfers { id leftAt arrivedAt fromFacility toFacility timeZone source confidence changes { what before after } checklist { id what title revision dueAt doneAt owner } }\n    habeasClock { arrestedAt firstMovedAt hours }\n    habeasFilings { id filedAt district circuit confidence facility { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkExpected($input: MarkExpectedInput!) {\n    markExpected(input: $input) { __typename ... on MarkExpectedPayload { case { id ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MarkExpected($input: MarkExpectedInput!) {\n    markExpected(input: $input) { __typename ... on MarkExpectedPayload { case { id ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnmarkExpected($input: UnmarkExpectedInput!) {\n    unmarkExpected(input: $input) { __typename ... on UnmarkExpectedPayload { case { id ...TransferOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation UnmarkExpected($input: UnmarkExpectedInput!) {\n    unmarkExpected(input: $input) { __typename ... on UnmarkExpectedPayload { case { id ...TransferOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTransferTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id revision doneAt } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CompleteTransferTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id revision doneAt } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewTransfer($caseId: ID!, $facilityId: ID!, $confidence: Confidence!) {\n    previewTransfer(caseId: $caseId, facilityId: $facilityId, confidence: $confidence) {\n      __typename\n      ... on TransferPreview {\n        case { id representedBy { id attorney { id name } } }\n        changes { what before after }\n        hearings { id occasion { id kind startsAt timeZone hourKnown } court { id name } }\n        clocks { dueOn dueAt deadline { id name timeZone dueOn dueAt } }\n        tasks court rings\n        tellings { ...TellingLine }\n      }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  query PreviewTransfer($caseId: ID!, $facilityId: ID!, $confidence: Confidence!) {\n    previewTransfer(caseId: $caseId, facilityId: $facilityId, confidence: $confidence) {\n      __typename\n      ... on TransferPreview {\n        case { id representedBy { id attorney { id name } } }\n        changes { what before after }\n        hearings { id occasion { id kind startsAt timeZone hourKnown } court { id name } }\n        clocks { dueOn dueAt deadline { id name timeZone dueOn dueAt } }\n        tasks court rings\n        tellings { ...TellingLine }\n      }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Shifts on Organization {\n    id timeZone\n    shifts { id name phone runs beginsAt endsAt boundAt promisedAt refusedAt lastUsedAt endedAt endedBy checked given startedBy { id name } }\n  }\n"): (typeof documents)["\n  fragment Shifts on Organization {\n    id timeZone\n    shifts { id name phone runs beginsAt endsAt boundAt promisedAt refusedAt lastUsedAt endedAt endedBy checked given startedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartShift($input: StartShiftInput!) {\n    startShift(input: $input) { __typename ... on StartShiftPayload { address code shift { id name phone } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation StartShift($input: StartShiftInput!) {\n    startShift(input: $input) { __typename ... on StartShiftPayload { address code shift { id name phone } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndShift($input: EndShiftInput!) {\n    endShift(input: $input) { __typename ... on EndShiftPayload { shift { id runs endedAt endedBy } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EndShift($input: EndShiftInput!) {\n    endShift(input: $input) { __typename ... on EndShiftPayload { shift { id runs endedAt endedBy } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndShifts($input: EndShiftsInput!) {\n    endShifts(input: $input) { __typename ... on EndShiftsPayload { ended } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EndShifts($input: EndShiftsInput!) {\n    endShifts(input: $input) { __typename ... on EndShiftsPayload { ended } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DatesToCheck on Organization {\n    id\n    datesToCheck { because hearing { id checkedAt court { id name } case { id shortId } occasion { id kind startsAt timeZone hourKnown } } }\n  }\n"): (typeof documents)["\n  fragment DatesToCheck on Organization {\n    id\n    datesToCheck { because hearing { id checkedAt court { id name } case { id shortId } occasion { id kind startsAt timeZone hourKnown } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecomputeDeadlines($caseId: ID!, $asOf: Date!) {\n    recomputeDeadlines(caseId: $caseId, asOf: $asOf) { dueOn dueAt moves citation trace deadline { id name timeZone dueOn dueAt ...RunsFrom } }\n  }\n"): (typeof documents)["\n  query RecomputeDeadlines($caseId: ID!, $asOf: Date!) {\n    recomputeDeadlines(caseId: $caseId, asOf: $asOf) { dueOn dueAt moves citation trace deadline { id name timeZone dueOn dueAt ...RunsFrom } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCourtDeadline($input: SetCourtDeadlineInput!) {\n    setCourtDeadline(input: $input) { __typename ... on SetCourtDeadlinePayload { deadline { state } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SetCourtDeadline($input: SetCourtDeadlineInput!) {\n    setCourtDeadline(input: $input) { __typename ... on SetCourtDeadlinePayload { deadline { state } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeadlineRow on Deadline {\n    id revision state rule name action ordered binds trigger triggeredOn triggeredAt timeZone dueOn dueAt computedOn\n    citation inForceFrom inForceUntil litigationStatus unverified note trace setByCourt setAsideReason\n    confirmedAt confirmedBy { id name } filedAt receivedAt movedBecause fellAwayAt ...RunsFrom\n    inPlaceOf { id dueOn dueAt timeZone }\n  }\n"): (typeof documents)["\n  fragment DeadlineRow on Deadline {\n    id revision state rule name action ordered binds trigger triggeredOn triggeredAt timeZone dueOn dueAt computedOn\n    citation inForceFrom inForceUntil litigationStatus unverified note trace setByCourt setAsideReason\n    confirmedAt confirmedBy { id name } filedAt receivedAt movedBecause fellAwayAt ...RunsFrom\n    inPlaceOf { id dueOn dueAt timeZone }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmDeadline($input: ConfirmDeadlineInput!) {\n    confirmDeadline(input: $input) { __typename ... on ConfirmDeadlinePayload { case { id ...DeadlinesOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ConfirmDeadline($input: ConfirmDeadlineInput!) {\n    confirmDeadline(input: $input) { __typename ... on ConfirmDeadlinePayload { case { id ...DeadlinesOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAsideDeadline($input: SetAsideDeadlineInput!) {\n    setAsideDeadline(input: $input) { __typename ... on SetAsideDeadlinePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SetAsideDeadline($input: SetAsideDeadlineInput!) {\n    setAsideDeadline(input: $input) { __typename ... on SetAsideDeadlinePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordOutage($input: RecordOutageInput!) {\n    recordOutage(input: $input) { __typename ... on RecordOutagePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordOutage($input: RecordOutageInput!) {\n    recordOutage(input: $input) { __typename ... on RecordOutagePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeadlinesOfCase on Case {\n    id may\n    deadlines { id state fellAwayAt ...DeadlineRow }\n  }\n"): (typeof documents)["\n  fragment DeadlinesOfCase on Case {\n    id may\n    deadlines { id state fellAwayAt ...DeadlineRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordFiling($input: RecordFilingInput!) {\n    recordFiling(input: $input) { __typename ... on RecordFilingPayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordFiling($input: RecordFilingInput!) {\n    recordFiling(input: $input) { __typename ... on RecordFilingPayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NearDeadlines {\n    cases(filter: { need: DEADLINE_NEAR }, first: 10) {\n      edges { node { id shortId may client { id publicName } deadlines { id state fellAwayAt dueOn dueAt ...DeadlineRow } } }\n    }\n  }\n"): (typeof documents)["\n  query NearDeadlines {\n    cases(filter: { need: DEADLINE_NEAR }, first: 10) {\n      edges { node { id shortId may client { id publicName } deadlines { id state fellAwayAt dueOn dueAt ...DeadlineRow } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunsFrom on Deadline {\n    trigger triggeredOn triggeredAt timeZone\n    hearing { id occasion { id kind startsAt timeZone hourKnown } }\n    proceeding { id kind }\n  }\n"): (typeof documents)["\n  fragment RunsFrom on Deadline {\n    trigger triggeredOn triggeredAt timeZone\n    hearing { id occasion { id kind startsAt timeZone hourKnown } }\n    proceeding { id kind }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WorkOutDeadlines($input: WorkOutDeadlinesInput!) {\n    workOutDeadlines(input: $input) { __typename ... on WorkOutDeadlinesPayload { moved { why } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WorkOutDeadlines($input: WorkOutDeadlinesInput!) {\n    workOutDeadlines(input: $input) { __typename ... on WorkOutDeadlinesPayload { moved { why } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordDetainer($input: RecordDetainerInput!) {\n    recordDetainer(input: $input) { __typename ... on RecordDetainerPayload { detainer { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordDetainer($input: RecordDetainerInput!) {\n    recordDetainer(input: $input) { __typename ... on RecordDetainerPayload { detainer { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectDetainer($input: CorrectDetainerInput!) {\n    correctDetainer(input: $input) { __typename ... on CorrectDetainerPayload { detainer { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CorrectDetainer($input: CorrectDetainerInput!) {\n    correctDetainer(input: $input) { __typename ... on CorrectDetainerPayload { detainer { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseDetainers($shortId: String!) {\n    case(shortId: $shortId) {\n      id may\n      detainers {\n        id revision agency form formEdition receivedAt timeZone heldOnItFrom copy copyGivenAt copyLanguage recorded ground warrant shown reportLine followUp\n        reviewedAt reviewedBy { id name } recordedBy { id name } writtenAt\n        statute { code citation inForceFrom read says saysEs addedOffenses addedOffensesRead }\n        expiry { at countedFrom fromReceipt notCounted citation }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseDetainers($shortId: String!) {\n    case(shortId: $shortId) {\n      id may\n      detainers {\n        id revision agency form formEdition receivedAt timeZone heldOnItFrom copy copyGivenAt copyLanguage recorded ground warrant shown reportLine followUp\n        reviewedAt reviewedBy { id name } recordedBy { id name } writtenAt\n        statute { code citation inForceFrom read says saysEs addedOffenses addedOffensesRead }\n        expiry { at countedFrom fromReceipt notCounted citation }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewDetainer($input: ReviewDetainerInput!) {\n    reviewDetainer(input: $input) { __typename ... on ReviewDetainerPayload { detainer { id revision reviewedAt } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReviewDetainer($input: ReviewDetainerInput!) {\n    reviewDetainer(input: $input) { __typename ... on ReviewDetainerPayload { detainer { id revision reviewedAt } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkDocument($input: MarkDocumentInput!) {\n    markDocument(input: $input) { __typename ... on MarkDocumentPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MarkDocument($input: MarkDocumentInput!) {\n    markDocument(input: $input) { __typename ... on MarkDocumentPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DocumentsOfCase on Case {\n    id may\n    documents { id revision kind title state fromWhom dueOn note files { id ...FileRow } }\n    files { id document { id } ...FileRow }\n    filesTakenAway { id ...FileRow }\n  }\n"): (typeof documents)["\n  fragment DocumentsOfCase on Case {\n    id may\n    documents { id revision kind title state fromWhom dueOn note files { id ...FileRow } }\n    files { id document { id } ...FileRow }\n    filesTakenAway { id ...FileRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LayOutChecklist($input: LayOutChecklistInput!) {\n    layOutChecklist(input: $input) { __typename ... on LayOutChecklistPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LayOutChecklist($input: LayOutChecklistInput!) {\n    layOutChecklist(input: $input) { __typename ... on LayOutChecklistPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddDocument($input: AddDocumentInput!) {\n    addDocument(input: $input) { __typename ... on AddDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddDocument($input: AddDocumentInput!) {\n    addDocument(input: $input) { __typename ... on AddDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskForDocument($input: AskForDocumentInput!) {\n    askForDocument(input: $input) { __typename ... on AskForDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AskForDocument($input: AskForDocumentInput!) {\n    askForDocument(input: $input) { __typename ... on AskForDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FileRow on CaseFile { id revision name kind size audience addedAt addedBy { id name } takenAwayAt takenAwayBy { id name } }\n"): (typeof documents)["\n  fragment FileRow on CaseFile { id revision name kind size audience addedAt addedBy { id name } takenAwayAt takenAwayBy { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareFile($input: ShareFileInput!) {\n    shareFile(input: $input) { __typename ... on ShareFilePayload { case { id ...DocumentsOfCase } } ... on NotCleared { missing } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ShareFile($input: ShareFileInput!) {\n    shareFile(input: $input) { __typename ... on ShareFilePayload { case { id ...DocumentsOfCase } } ... on NotCleared { missing } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeFileAway($input: TakeFileAwayInput!) {\n    takeFileAway(input: $input) { __typename ... on TakeFileAwayPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeFileAway($input: TakeFileAwayInput!) {\n    takeFileAway(input: $input) { __typename ... on TakeFileAwayPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutFileBack($input: PutFileBackInput!) {\n    putFileBack(input: $input) { __typename ... on PutFileBackPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation PutFileBack($input: PutFileBackInput!) {\n    putFileBack(input: $input) { __typename ... on PutFileBackPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Duty on Organization {\n    id timeZone\n    members { role person { id name } }\n    dutyRota { id startsAt endsAt person { id name } deputy { id name } }\n  }\n"): (typeof documents)["\n  fragment Duty on Organization {\n    id timeZone\n    members { role person { id name } }\n    dutyRota { id startsAt endsAt person { id name } deputy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveDutyRota($input: SaveDutyRotaInput!) {\n    saveDutyRota(input: $input) { __typename ... on SaveDutyRotaPayload { organization { id ...Duty } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SaveDutyRota($input: SaveDutyRotaInput!) {\n    saveDutyRota(input: $input) { __typename ... on SaveDutyRotaPayload { organization { id ...Duty } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FamilyOfCase on Case {\n    id may\n    family { id role case { id shortId client { id publicName } } }\n  }\n"): (typeof documents)["\n  fragment FamilyOfCase on Case {\n    id may\n    family { id role case { id shortId client { id publicName } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JoinFamily($input: JoinFamilyInput!) {\n    joinFamily(input: $input) { __typename ... on JoinFamilyPayload { case { id ...FamilyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation JoinFamily($input: JoinFamilyInput!) {\n    joinFamily(input: $input) { __typename ... on JoinFamilyPayload { case { id ...FamilyOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveFamily($input: LeaveFamilyInput!) {\n    leaveFamily(input: $input) { __typename ... on LeaveFamilyPayload { case { id ...FamilyOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LeaveFamily($input: LeaveFamilyInput!) {\n    leaveFamily(input: $input) { __typename ... on LeaveFamilyPayload { case { id ...FamilyOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasesOfFamily($filter: CaseFilter) {\n    cases(filter: $filter, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n"): (typeof documents)["\n  query CasesOfFamily($filter: CaseFilter) {\n    cases(filter: $filter, first: 20) { edges { node { id shortId client { id publicName } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarsOfCase($caseId: ID!) {\n    calendarsOfCase(caseId: $caseId) { occasionId feedId current fetchedAt fetchedBy person { id name } }\n  }\n"): (typeof documents)["\n  query CalendarsOfCase($caseId: ID!) {\n    calendarsOfCase(caseId: $caseId) { occasionId feedId current fetchedAt fetchedBy person { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FeedRow on Feed { id revision name filter alarms language version fetchedAt fetchedBy address webcalAddress googleAddress outlookAddress case { id shortId } court { id name } person { id name } }\n"): (typeof documents)["\n  fragment FeedRow on Feed { id revision name filter alarms language version fetchedAt fetchedBy address webcalAddress googleAddress outlookAddress case { id shortId } court { id name } person { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateFeed($input: RotateFeedInput!) {\n    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RotateFeed($input: RotateFeedInput!) {\n    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) { __typename ... on RevokeFeedPayload { feed { id revokedAt } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) { __typename ... on RevokeFeedPayload { feed { id revokedAt } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HouseFeeds {\n    feeds { id revokedAt person { id } ...FeedRow }\n  }\n"): (typeof documents)["\n  query HouseFeeds {\n    feeds { id revokedAt person { id } ...FeedRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeFeeds($input: RevokeFeedsInput!) {\n    revokeFeeds(input: $input) { __typename ... on RevokeFeedsPayload { revoked } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RevokeFeeds($input: RevokeFeedsInput!) {\n    revokeFeeds(input: $input) { __typename ... on RevokeFeedsPayload { revoked } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubscribeFeed($input: SubscribeFeedInput!) {\n    subscribeFeed(input: $input) { __typename ... on SubscribeFeedPayload { feed { id ...FeedRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SubscribeFeed($input: SubscribeFeedInput!) {\n    subscribeFeed(input: $input) { __typename ... on SubscribeFeedPayload { feed { id ...FeedRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelHearing($input: CancelHearingInput!) {\n    cancelHearing(input: $input) { __typename ... on CancelHearingPayload { told hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CancelHearing($input: CancelHearingInput!) {\n    cancelHearing(input: $input) { __typename ... on CancelHearingPayload { told hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewCancel($hearingId: ID!) {\n    previewCancel(hearingId: $hearingId) { tellings { ...TellingLine } leftStanding { id title kind occasion { id startsAt timeZone } } }\n  }\n"): (typeof documents)["\n  query PreviewCancel($hearingId: ID!) {\n    previewCancel(hearingId: $hearingId) { tellings { ...TellingLine } leftStanding { id title kind occasion { id startsAt timeZone } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckDate($input: CheckDateInput!) {\n    checkDate(input: $input) { __typename ... on CheckDatePayload { hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CheckDate($input: CheckDateInput!) {\n    checkDate(input: $input) { __typename ... on CheckDatePayload { hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectReport($input: CorrectReportInput!) {\n    correctReport(input: $input) { __typename ... on CorrectReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CorrectReport($input: CorrectReportInput!) {\n    correctReport(input: $input) { __typename ... on CorrectReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportCourtAccess($input: ReportCourtAccessInput!) {\n    reportCourtAccess(input: $input) { __typename ... on ReportCourtAccessPayload { location { id access { what seenOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReportCourtAccess($input: ReportCourtAccessInput!) {\n    reportCourtAccess(input: $input) { __typename ... on ReportCourtAccessPayload { location { id access { what seenOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoReportsAccess { viewer { organization { id } } }\n"): (typeof documents)["\n  query WhoReportsAccess { viewer { organization { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmObserverRules($input: ConfirmObserverRulesInput!) {\n    confirmObserverRules(input: $input) { __typename ... on ConfirmObserverRulesPayload { location { id rulesForObservers { openness confirmedOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ConfirmObserverRules($input: ConfirmObserverRulesInput!) {\n    confirmObserverRules(input: $input) { __typename ... on ConfirmObserverRulesPayload { location { id rulesForObservers { openness confirmedOn } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HearingRow on Hearing {\n    id revision judge source confidence checkedAt outcome outcomeNote awaitingReport closedToPublic interpreterLanguage\n    checkedBy { id name }\n    dateChecks { outcome heard answeredAt shift { id name } }\n    court { id name }\n    location { id name city state }\n    proceeding { id kind }\n    state dateStanding advancedByCourt adjournmentCode scheduleType movedFrom reportedAt replacedBy { id }\n    occasion { id kind state sequence startsAt endsAt wallStarts timeZone hourKnown room medium joinUrl ...DeliveryOf }\n  }\n"): (typeof documents)["\n  fragment HearingRow on Hearing {\n    id revision judge source confidence checkedAt outcome outcomeNote awaitingReport closedToPublic interpreterLanguage\n    checkedBy { id name }\n    dateChecks { outcome heard answeredAt shift { id name } }\n    court { id name }\n    location { id name city state }\n    proceeding { id kind }\n    state dateStanding advancedByCourt adjournmentCode scheduleType movedFrom reportedAt replacedBy { id }\n    occasion { id kind state sequence startsAt endsAt wallStarts timeZone hourKnown room medium joinUrl ...DeliveryOf }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HearingsOfCase on Case {\n    id may\n    proceedings { id kind judge court { id name } }\n    hearings { id ...HearingRow }\n  }\n"): (typeof documents)["\n  fragment HearingsOfCase on Case {\n    id may\n    proceedings { id kind judge court { id name } }\n    hearings { id ...HearingRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackReport($input: TakeBackReportInput!) {\n    takeBackReport(input: $input) { __typename ... on TakeBackReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeBackReport($input: TakeBackReportInput!) {\n    takeBackReport(input: $input) { __typename ... on TakeBackReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenProceeding($input: OpenProceedingInput!) {\n    openProceeding(input: $input) { __typename ... on OpenProceedingPayload { case { id ...HearingsOfCase ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation OpenProceeding($input: OpenProceedingInput!) {\n    openProceeding(input: $input) { __typename ... on OpenProceedingPayload { case { id ...HearingsOfCase ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AmendProceeding($input: AmendProceedingInput!) {\n    amendProceeding(input: $input) { __typename ... on AmendProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AmendProceeding($input: AmendProceedingInput!) {\n    amendProceeding(input: $input) { __typename ... on AmendProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordDecision($input: RecordDecisionInput!) {\n    recordDecision(input: $input) { __typename ... on RecordDecisionPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordDecision($input: RecordDecisionInput!) {\n    recordDecision(input: $input) { __typename ... on RecordDecisionPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseProceeding($input: CloseProceedingInput!) {\n    closeProceeding(input: $input) { __typename ... on CloseProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CloseProceeding($input: CloseProceedingInput!) {\n    closeProceeding(input: $input) { __typename ... on CloseProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProceedingRow on Proceeding {\n    id revision kind state otherCourt judge noticeOn filedAt custody charges court { id name }\n    decisions { id revision kind decidedOn givenHow givenOn appealByClient appealByGovernment takenBackAt }\n  }\n"): (typeof documents)["\n  fragment ProceedingRow on Proceeding {\n    id revision kind state otherCourt judge noticeOn filedAt custody charges court { id name }\n    decisions { id revision kind decidedOn givenHow givenOn appealByClient appealByGovernment takenBackAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProceedingsOfCase on Case { id proceedings { id ...ProceedingRow } }\n"): (typeof documents)["\n  fragment ProceedingsOfCase on Case { id proceedings { id ...ProceedingRow } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseProceedings($id: ID!) { node(id: $id) { __typename id ... on Case { ...ProceedingsOfCase } } }\n"): (typeof documents)["\n  query CaseProceedings($id: ID!) { node(id: $id) { __typename id ... on Case { ...ProceedingsOfCase } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenProceeding($input: ReopenProceedingInput!) {\n    reopenProceeding(input: $input) { __typename ... on ReopenProceedingPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReopenProceeding($input: ReopenProceedingInput!) {\n    reopenProceeding(input: $input) { __typename ... on ReopenProceedingPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackDecision($input: TakeBackDecisionInput!) {\n    takeBackDecision(input: $input) { __typename ... on TakeBackDecisionPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeBackDecision($input: TakeBackDecisionInput!) {\n    takeBackDecision(input: $input) { __typename ... on TakeBackDecisionPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportHearing($input: ReportHearingInput!) {\n    reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id ...HearingRow } nextHearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReportHearing($input: ReportHearingInput!) {\n    reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id ...HearingRow } nextHearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RescheduleHearing($input: RescheduleHearingInput!) {\n    rescheduleHearing(input: $input) {\n      __typename\n      ... on RescheduleHearingPayload { told hearing { id ...HearingRow } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  mutation RescheduleHearing($input: RescheduleHearingInput!) {\n    rescheduleHearing(input: $input) {\n      __typename\n      ... on RescheduleHearingPayload { told hearing { id ...HearingRow } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewReschedule($hearingId: ID!, $startsAt: WallTime!) {\n    previewReschedule(hearingId: $hearingId, startsAt: $startsAt) {\n      __typename\n      ... on ReschedulePreview { startsAt endsAt earlier hoursAway warnings tellings { ...TellingLine } following { id title } asked { id title } }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  query PreviewReschedule($hearingId: ID!, $startsAt: WallTime!) {\n    previewReschedule(hearingId: $hearingId, startsAt: $startsAt) {\n      __typename\n      ... on ReschedulePreview { startsAt endsAt earlier hoursAway warnings tellings { ...TellingLine } following { id title } asked { id title } }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScheduleHearing($input: ScheduleHearingInput!) {\n    scheduleHearing(input: $input) { __typename ... on ScheduleHearingPayload { case { id ...HearingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ScheduleHearing($input: ScheduleHearingInput!) {\n    scheduleHearing(input: $input) { __typename ... on ScheduleHearingPayload { case { id ...HearingsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HearingSources($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Hearing {\n        location { id access { what seenOn } rulesForObservers { openness leadDays photoId devices notes linkWhenCleared askedOf confirmedOn confirmedBy { id name } } }\n        dateSources { channel said saidAt takenBackAt person { id name } shift { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query HearingSources($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Hearing {\n        location { id access { what seenOn } rulesForObservers { openness leadDays photoId devices notes linkWhenCleared askedOf confirmedOn confirmedBy { id name } } }\n        dateSources { channel said saidAt takenBackAt person { id name } shift { id name } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MatchColumns($input: MatchColumnsInput!) {\n    matchColumns(input: $input) { __typename ... on MatchColumnsPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MatchColumns($input: MatchColumnsInput!) {\n    matchColumns(input: $input) { __typename ... on MatchColumnsPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SpreadsheetSamples($spreadsheetId: ID!) { spreadsheetRows(spreadsheetId: $spreadsheetId, first: 5) { edges { node { id cells } } } }\n"): (typeof documents)["\n  query SpreadsheetSamples($spreadsheetId: ID!) { spreadsheetRows(spreadsheetId: $spreadsheetId, first: 5) { edges { node { id cells } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MendCell($input: MendCellInput!) {\n    mendCell(input: $input) { __typename ... on MendCellPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MendCell($input: MendCellInput!) {\n    mendCell(input: $input) { __typename ... on MendCellPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideRow($input: DecideRowInput!) {\n    decideRow(input: $input) { __typename ... on DecideRowPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DecideRow($input: DecideRowInput!) {\n    decideRow(input: $input) { __typename ... on DecideRowPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SpreadsheetRows($spreadsheetId: ID!, $states: [RowState!], $after: String) {\n    spreadsheetRows(spreadsheetId: $spreadsheetId, states: $states, first: 25, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...RowOfSpreadsheet } }\n    }\n  }\n"): (typeof documents)["\n  query SpreadsheetRows($spreadsheetId: ID!, $states: [RowState!], $after: String) {\n    spreadsheetRows(spreadsheetId: $spreadsheetId, states: $states, first: 25, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...RowOfSpreadsheet } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneSpreadsheet($id: ID!) { node(id: $id) { __typename ... on Spreadsheet { id ...WholeSpreadsheet } } }\n"): (typeof documents)["\n  query OneSpreadsheet($id: ID!) { node(id: $id) { __typename ... on Spreadsheet { id ...WholeSpreadsheet } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) { __typename ... on StartImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) { __typename ... on StartImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelImport($input: CancelImportInput!) {\n    cancelImport(input: $input) { __typename ... on CancelImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CancelImport($input: CancelImportInput!) {\n    cancelImport(input: $input) { __typename ... on CancelImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoImport($input: UndoImportInput!) {\n    undoImport(input: $input) { __typename ... on UndoImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation UndoImport($input: UndoImportInput!) {\n    undoImport(input: $input) { __typename ... on UndoImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardSpreadsheet($input: DiscardSpreadsheetInput!) {\n    discardSpreadsheet(input: $input) { __typename ... on DiscardSpreadsheetPayload { organization { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DiscardSpreadsheet($input: DiscardSpreadsheetInput!) {\n    discardSpreadsheet(input: $input) { __typename ... on DiscardSpreadsheetPayload { organization { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseKnownRule($input: ChooseKnownRuleInput!) {\n    chooseKnownRule(input: $input) { __typename ... on ChooseKnownRulePayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ChooseKnownRule($input: ChooseKnownRuleInput!) {\n    chooseKnownRule(input: $input) { __typename ... on ChooseKnownRulePayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WholeSpreadsheet on Spreadsheet {\n    id revision name state rows done header meanings dayFirst orderAsked knownRule finishedAt undoUntil\n    newRows knownRows problemRows leftOutRows madeRows filledRows keptRows failedRows takenBackRows stayedRows\n  }\n"): (typeof documents)["\n  fragment WholeSpreadsheet on Spreadsheet {\n    id revision name state rows done header meanings dayFirst orderAsked knownRule finishedAt undoUntil\n    newRows knownRows problemRows leftOutRows madeRows filledRows keptRows failedRows takenBackRows stayedRows\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RowOfSpreadsheet on SpreadsheetRow {\n    id number state rule cells problems { column message } case { id shortId }\n  }\n"): (typeof documents)["\n  fragment RowOfSpreadsheet on SpreadsheetRow {\n    id number state rule cells problems { column message } case { id shortId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxUnread { inbox { id read snoozedUntil about } }\n"): (typeof documents)["\n  query InboxUnread { inbox { id read snoozedUntil about } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InboxEntryRow on InboxEntry {\n    id kind at read snoozedUntil about letter\n    case { id shortId client { id publicName } }\n    change { id kind wasStartsAt wasTimeZone told confirmed by { id name } mine { id } occasion { id kind startsAt timeZone } }\n    task { id title }\n    invitation { id state partySize person { id name } }\n    action { id }\n    spreadsheet { id state rows done }\n  }\n"): (typeof documents)["\n  fragment InboxEntryRow on InboxEntry {\n    id kind at read snoozedUntil about letter\n    case { id shortId client { id publicName } }\n    change { id kind wasStartsAt wasTimeZone told confirmed by { id name } mine { id } occasion { id kind startsAt timeZone } }\n    task { id title }\n    invitation { id state partySize person { id name } }\n    action { id }\n    spreadsheet { id state rows done }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inbox { inbox { id ...InboxEntryRow } }\n"): (typeof documents)["\n  query Inbox { inbox { id ...InboxEntryRow } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkEntries($input: MarkEntriesInput!) {\n    markEntries(input: $input) { __typename ... on MarkEntriesPayload { entries { id read snoozedUntil } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MarkEntries($input: MarkEntriesInput!) {\n    markEntries(input: $input) { __typename ... on MarkEntriesPayload { entries { id read snoozedUntil } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordIncident($input: RecordIncidentInput!) {\n    recordIncident(input: $input) { __typename ... on RecordIncidentPayload { incident { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordIncident($input: RecordIncidentInput!) {\n    recordIncident(input: $input) { __typename ... on RecordIncidentPayload { incident { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectIncident($input: CorrectIncidentInput!) {\n    correctIncident(input: $input) { __typename ... on CorrectIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CorrectIncident($input: CorrectIncidentInput!) {\n    correctIncident(input: $input) { __typename ... on CorrectIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConcludeIncident($input: ConcludeIncidentInput!) {\n    concludeIncident(input: $input) { __typename ... on ConcludeIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ConcludeIncident($input: ConcludeIncidentInput!) {\n    concludeIncident(input: $input) { __typename ... on ConcludeIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FollowUpIncident($input: FollowUpIncidentInput!) {\n    followUpIncident(input: $input) { __typename ... on FollowUpIncidentPayload { followUp { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation FollowUpIncident($input: FollowUpIncidentInput!) {\n    followUpIncident(input: $input) { __typename ... on FollowUpIncidentPayload { followUp { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerFollowUp($input: AnswerFollowUpInput!) {\n    answerFollowUp(input: $input) { __typename ... on AnswerFollowUpPayload { followUp { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerFollowUp($input: AnswerFollowUpInput!) {\n    answerFollowUp(input: $input) { __typename ... on AnswerFollowUpPayload { followUp { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseIncidents($shortId: String!) {\n    stateCourts\n    case(shortId: $shortId) {\n      id may\n      courthouseArrest { court code citation inForceFrom read says saysEs }\n      hearings { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      actions { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      incidents {\n        id revision kind seenBy happenedAt timeZone hourKnown what place stateCourt witnesses evidence outcome endedAt writtenAt recordedBy { id name }\n        courthouseRule { court code citation inForceFrom read says saysEs }\n        followUps { id revision kind toWhom sentOn dueOn state answeredOn answer }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseIncidents($shortId: String!) {\n    stateCourts\n    case(shortId: $shortId) {\n      id may\n      courthouseArrest { court code citation inForceFrom read says saysEs }\n      hearings { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      actions { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }\n      incidents {\n        id revision kind seenBy happenedAt timeZone hourKnown what place stateCourt witnesses evidence outcome endedAt writtenAt recordedBy { id name }\n        courthouseRule { court code citation inForceFrom read says saysEs }\n        followUps { id revision kind toWhom sentOn dueOn state answeredOn answer }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InvitationRow on Invitation { id revision audience state answeredAt invitedAt partySize booked listedAt heldUntil clearedAt came needs acknowledged openedOn person { id name office } }\n"): (typeof documents)["\n  fragment InvitationRow on Invitation { id revision audience state answeredAt invitedAt partySize booked listedAt heldUntil clearedAt came needs acknowledged openedOn person { id name office } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerInvitation($input: AnswerInvitationInput!) {\n    answerInvitation(input: $input) { __typename ... on AnswerInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerInvitation($input: AnswerInvitationInput!) {\n    answerInvitation(input: $input) { __typename ... on AnswerInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {\n    withdrawInvitation(input: $input) { __typename ... on WithdrawInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {\n    withdrawInvitation(input: $input) { __typename ... on WithdrawInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewLink($input: RenewLinkInput!) {\n    renewLink(input: $input) { __typename ... on RenewLinkPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RenewLink($input: RenewLinkInput!) {\n    renewLink(input: $input) { __typename ... on RenewLinkPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewLinksToOccasion($input: RenewLinksToOccasionInput!) {\n    renewLinksToOccasion(input: $input) { __typename ... on RenewLinksToOccasionPayload { renewed } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RenewLinksToOccasion($input: RenewLinksToOccasionInput!) {\n    renewLinksToOccasion(input: $input) { __typename ... on RenewLinksToOccasionPayload { renewed } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BookSeat($input: BookSeatInput!) {\n    bookSeat(input: $input) { __typename ... on BookSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation BookSeat($input: BookSeatInput!) {\n    bookSeat(input: $input) { __typename ... on BookSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveUpSeat($input: GiveUpSeatInput!) {\n    giveUpSeat(input: $input) { __typename ... on GiveUpSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation GiveUpSeat($input: GiveUpSeatInput!) {\n    giveUpSeat(input: $input) { __typename ... on GiveUpSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordClearance($input: RecordClearanceInput!) {\n    recordClearance(input: $input) { __typename ... on RecordClearancePayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordClearance($input: RecordClearanceInput!) {\n    recordClearance(input: $input) { __typename ... on RecordClearancePayload { invitation { id ...InvitationRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Invite($input: InviteInput!) {\n    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"): (typeof documents)["\n  mutation Invite($input: InviteInput!) {\n    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewInvite($occasionId: ID!, $personIds: [ID!]!, $listIds: [ID!]) {\n    previewInvite(occasionId: $occasionId, personIds: $personIds, listIds: $listIds) { __typename ... on InvitePreview { unreached askedAlready tellings { ...TellingLine } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  query PreviewInvite($occasionId: ID!, $personIds: [ID!]!, $listIds: [ID!]) {\n    previewInvite(occasionId: $occasionId, personIds: $personIds, listIds: $listIds) { __typename ... on InvitePreview { unreached askedAlready tellings { ...TellingLine } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InviteLists { viewer { organization { id peopleLists { id name people { id } } } } }\n"): (typeof documents)["\n  query InviteLists { viewer { organization { id peopleLists { id name people { id } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Members on Organization {\n    id\n    members { role supervised person { id name } }\n  }\n"): (typeof documents)["\n  fragment Members on Organization {\n    id\n    members { role supervised person { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeOnMember($input: TakeOnMemberInput!) {\n    takeOnMember(input: $input) { __typename ... on TakeOnMemberPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n"): (typeof documents)["\n  mutation TakeOnMember($input: TakeOnMemberInput!) {\n    takeOnMember(input: $input) { __typename ... on TakeOnMemberPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendSignInLink($input: SendSignInLinkInput!) {\n    sendSignInLink(input: $input) { __typename ... on SendSignInLinkPayload { organization { id } } ... on UserError { message } ... on Invalid { field } }\n  }\n"): (typeof documents)["\n  mutation SendSignInLink($input: SendSignInLinkInput!) {\n    sendSignInLink(input: $input) { __typename ... on SendSignInLinkPayload { organization { id } } ... on UserError { message } ... on Invalid { field } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeRoles($input: ChangeRolesInput!) {\n    changeRoles(input: $input) { __typename ... on ChangeRolesPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n"): (typeof documents)["\n  mutation ChangeRoles($input: ChangeRolesInput!) {\n    changeRoles(input: $input) { __typename ... on ChangeRolesPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LetMemberGo($input: LetMemberGoInput!) {\n    letMemberGo(input: $input) { __typename ... on LetMemberGoPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n"): (typeof documents)["\n  mutation LetMemberGo($input: LetMemberGoInput!) {\n    letMemberGo(input: $input) { __typename ... on LetMemberGoPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSignInLinks($input: RevokeSignInLinksInput!) {\n    revokeSignInLinks(input: $input) { __typename ... on RevokeSignInLinksPayload { revoked } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RevokeSignInLinks($input: RevokeSignInLinksInput!) {\n    revokeSignInLinks(input: $input) { __typename ... on RevokeSignInLinksPayload { revoked } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryOf on Occasion { id delivery { told sent due failed unreachable } }\n"): (typeof documents)["\n  fragment DeliveryOf on Occasion { id delivery { told sent due failed unreachable } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Letters { letters { kind audiences } }\n"): (typeof documents)["\n  query Letters { letters { kind audiences } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LetterSample($organizationId: ID!, $kind: LetterKind!, $audience: Audience!, $language: String!) {\n    letterSample(organizationId: $organizationId, kind: $kind, audience: $audience, language: $language) {\n      __typename\n      ... on LetterSample { subject text short glance }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  query LetterSample($organizationId: ID!, $kind: LetterKind!, $audience: Audience!, $language: String!) {\n    letterSample(organizationId: $organizationId, kind: $kind, audience: $audience, language: $language) {\n      __typename\n      ... on LetterSample { subject text short glance }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagePeople($search: String) {\n    people(search: $search, first: 30) { edges { node { id name office } } }\n  }\n"): (typeof documents)["\n  query MessagePeople($search: String) {\n    people(search: $search, first: 30) { edges { node { id name office } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagePerson($id: ID!) {\n    node(id: $id) { ... on Person { id name } }\n  }\n"): (typeof documents)["\n  query MessagePerson($id: ID!) {\n    node(id: $id) { ... on Person { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessageRow on Notice {\n    id kind channel audience dueAt progress reason settledAt\n    person { id name }\n    case { id shortId }\n    occasion { id kind startsAt timeZone hourKnown }\n    tries { attempt outcome said at }\n  }\n"): (typeof documents)["\n  fragment MessageRow on Notice {\n    id kind channel audience dueAt progress reason settledAt\n    person { id name }\n    case { id shortId }\n    occasion { id kind startsAt timeZone hourKnown }\n    tries { attempt outcome said at }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NotesOfCase on Case {\n    id may\n    notes { id body writtenAt author { id name } }\n    privilegedNotes { id body writtenAt author { id name } }\n  }\n"): (typeof documents)["\n  fragment NotesOfCase on Case {\n    id may\n    notes { id body writtenAt author { id name } }\n    privilegedNotes { id body writtenAt author { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) { __typename ... on WriteNotePayload { case { id ...NotesOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) { __typename ... on WriteNotePayload { case { id ...NotesOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeInArrests($input: TakeInArrestsInput!) {\n    takeInArrests(input: $input) { __typename ... on TakeInArrestsPayload { operation { id cases { id } } cases { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TakeInArrests($input: TakeInArrestsInput!) {\n    takeInArrests(input: $input) { __typename ... on TakeInArrestsPayload { operation { id cases { id } } cases { id shortId } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenOperation($input: OpenOperationInput!) {\n    openOperation(input: $input) { __typename ... on OpenOperationPayload { operation { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation OpenOperation($input: OpenOperationInput!) {\n    openOperation(input: $input) { __typename ... on OpenOperationPayload { operation { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OperationCases on Operation {\n    id\n    cases { id shortId custodyStatus client { id publicName minor } representedBy { id attorney { id name } } }\n  }\n"): (typeof documents)["\n  fragment OperationCases on Operation {\n    id\n    cases { id shortId custodyStatus client { id publicName minor } representedBy { id attorney { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OperationOfCase on Case {\n    id revision may\n    operation { id name beganOn }\n  }\n"): (typeof documents)["\n  fragment OperationOfCase on Case {\n    id revision may\n    operation { id name beganOn }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutIntoOperation($input: PutIntoOperationInput!) {\n    putIntoOperation(input: $input) { __typename ... on PutIntoOperationPayload { case { id ...OperationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation PutIntoOperation($input: PutIntoOperationInput!) {\n    putIntoOperation(input: $input) { __typename ... on PutIntoOperationPayload { case { id ...OperationOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationsToChoose {\n    operations { id name beganOn }\n  }\n"): (typeof documents)["\n  query OperationsToChoose {\n    operations { id name beganOn }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KindShown on KindCompared {\n    kind total\n    results { results count percent }\n    splits { by rows { levels total results { results count percent } } }\n  }\n"): (typeof documents)["\n  fragment KindShown on KindCompared {\n    kind total\n    results { results count percent }\n    splits { by rows { levels total results { results count percent } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportOutcomes($input: ExportOutcomesInput!) {\n    exportOutcomes(input: $input) { __typename ... on ExportOutcomesPayload { csv } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ExportOutcomes($input: ExportOutcomesInput!) {\n    exportOutcomes(input: $input) { __typename ... on ExportOutcomesPayload { csv } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) { __typename ... on RecordOutcomePayload { case { id } outcome { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) { __typename ... on RecordOutcomePayload { case { id } outcome { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectOutcome($input: CorrectOutcomeInput!) {\n    correctOutcome(input: $input) { __typename ... on CorrectOutcomePayload { case { id } outcome { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CorrectOutcome($input: CorrectOutcomeInput!) {\n    correctOutcome(input: $input) { __typename ... on CorrectOutcomePayload { case { id } outcome { id revision } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseOutcomes($shortId: String!) {\n    case(shortId: $shortId) {\n      id may audience\n      outcomes {\n        id revision supporters officials letters press result resultReported recordedAt\n        recordedBy { id name }\n        occasion { id kind startsAt timeZone }\n        words { said pressLinks clearedAt clearedBy { id name } }\n      }\n      awaitingOutcome { id kind startsAt timeZone }\n    }\n  }\n"): (typeof documents)["\n  query CaseOutcomes($shortId: String!) {\n    case(shortId: $shortId) {\n      id may audience\n      outcomes {\n        id revision supporters officials letters press result resultReported recordedAt\n        recordedBy { id name }\n        occasion { id kind startsAt timeZone }\n        words { said pressLinks clearedAt clearedBy { id name } }\n      }\n      awaitingOutcome { id kind startsAt timeZone }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClearOutcomeWords($input: ClearOutcomeWordsInput!) {\n    clearOutcomeWords(input: $input) { __typename ... on ClearOutcomeWordsPayload { outcome { id revision words { clearedAt } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ClearOutcomeWords($input: ClearOutcomeWordsInput!) {\n    clearOutcomeWords(input: $input) { __typename ... on ClearOutcomeWordsPayload { outcome { id revision words { clearedAt } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) { __typename ... on AddContactPayload { person { id contacts { id channel address stopped bounced } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) { __typename ... on AddContactPayload { person { id contacts { id channel address stopped bounced } } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPerson($input: AddPersonInput!) {\n    addPerson(input: $input) { __typename ... on AddPersonPayload { person { id name } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddPerson($input: AddPersonInput!) {\n    addPerson(input: $input) { __typename ... on AddPersonPayload { person { id name } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleLists { viewer { organization { id peopleLists { id revision name people { id name } } } } }\n"): (typeof documents)["\n  query PeopleLists { viewer { organization { id peopleLists { id revision name people { id name } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SavePeopleList($input: SavePeopleListInput!) {\n    savePeopleList(input: $input) { __typename ... on SavePeopleListPayload { peopleList { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation SavePeopleList($input: SavePeopleListInput!) {\n    savePeopleList(input: $input) { __typename ... on SavePeopleListPayload { peopleList { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePeopleList($input: RemovePeopleListInput!) {\n    removePeopleList(input: $input) { __typename ... on RemovePeopleListPayload { organization { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RemovePeopleList($input: RemovePeopleListInput!) {\n    removePeopleList(input: $input) { __typename ... on RemovePeopleListPayload { organization { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveContact($input: RemoveContactInput!) {\n    removeContact(input: $input) { __typename ... on RemoveContactPayload { person { id contacts { id channel address stopped bounced } } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RemoveContact($input: RemoveContactInput!) {\n    removeContact(input: $input) { __typename ... on RemoveContactPayload { person { id contacts { id channel address stopped bounced } } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewLinksOfPerson($input: RenewLinksOfPersonInput!) {\n    renewLinksOfPerson(input: $input) { __typename ... on RenewLinksOfPersonPayload { renewed } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RenewLinksOfPerson($input: RenewLinksOfPersonInput!) {\n    renewLinksOfPerson(input: $input) { __typename ... on RenewLinksOfPersonPayload { renewed } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWishes { viewer { person { id ...WishesOf } } }\n"): (typeof documents)["\n  query MyWishes { viewer { person { id ...WishesOf } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WishesOf on Person { id revision kind name language timeZone channels quietFrom quietUntil wakeForChanges morningDigest }\n"): (typeof documents)["\n  fragment WishesOf on Person { id revision kind name language timeZone channels quietFrom quietUntil wakeForChanges morningDigest }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditWishes($input: EditWishesInput!) {\n    editWishes(input: $input) { __typename ... on EditWishesPayload { person { id ...WishesOf } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EditWishes($input: EditWishesInput!) {\n    editWishes(input: $input) { __typename ... on EditWishesPayload { person { id ...WishesOf } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePreparedness($shortId: String!) {\n    case(shortId: $shortId) { id may preparedness { item doneOn tickedAt tickedBy { id name } } }\n  }\n"): (typeof documents)["\n  query CasePreparedness($shortId: String!) {\n    case(shortId: $shortId) { id may preparedness { item doneOn tickedAt tickedBy { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TickPreparedness($input: TickPreparednessInput!) {\n    tickPreparedness(input: $input) { __typename ... on TickPreparednessPayload { case { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation TickPreparedness($input: TickPreparednessInput!) {\n    tickPreparedness(input: $input) { __typename ... on TickPreparednessPayload { case { id } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UntickPreparedness($input: UntickPreparednessInput!) {\n    untickPreparedness(input: $input) { __typename ... on UntickPreparednessPayload { case { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation UntickPreparedness($input: UntickPreparednessInput!) {\n    untickPreparedness(input: $input) { __typename ... on UntickPreparednessPayload { case { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlannedReminders on PlannedReminders { matter audience daysBefore at hoursBefore edited sentence }\n"): (typeof documents)["\n  fragment PlannedReminders on PlannedReminders { matter audience daysBefore at hoursBefore edited sentence }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditNoticePlan($input: EditNoticePlanInput!) {\n    editNoticePlan(input: $input) { __typename ... on EditNoticePlanPayload { followed plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EditNoticePlan($input: EditNoticePlanInput!) {\n    editNoticePlan(input: $input) { __typename ... on EditNoticePlanPayload { followed plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditOccasionPlan($input: EditOccasionPlanInput!) {\n    editOccasionPlan(input: $input) { __typename ... on EditOccasionPlanPayload { occasion { id } plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EditOccasionPlan($input: EditOccasionPlanInput!) {\n    editOccasionPlan(input: $input) { __typename ... on EditOccasionPlanPayload { occasion { id } plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewNoticePlan($organizationId: ID!, $matter: Matter!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewNoticePlan(organizationId: $organizationId, matter: $matter, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  query PreviewNoticePlan($organizationId: ID!, $matter: Matter!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewNoticePlan(organizationId: $organizationId, matter: $matter, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewOccasionPlan($occasionId: ID!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewOccasionPlan(occasionId: $occasionId, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  query PreviewOccasionPlan($occasionId: ID!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {\n    previewOccasionPlan(occasionId: $occasionId, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetNoticePlan($input: ResetNoticePlanInput!) {\n    resetNoticePlan(input: $input) { __typename ... on ResetNoticePlanPayload { followed } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ResetNoticePlan($input: ResetNoticePlanInput!) {\n    resetNoticePlan(input: $input) { __typename ... on ResetNoticePlanPayload { followed } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetOccasionPlan($input: ResetOccasionPlanInput!) {\n    resetOccasionPlan(input: $input) { __typename ... on ResetOccasionPlanPayload { occasion { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ResetOccasionPlan($input: ResetOccasionPlanInput!) {\n    resetOccasionPlan(input: $input) { __typename ... on ResetOccasionPlanPayload { occasion { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NoticePlan($organizationId: ID!) { noticePlan(organizationId: $organizationId) { ...PlannedReminders } }\n"): (typeof documents)["\n  query NoticePlan($organizationId: ID!) { noticePlan(organizationId: $organizationId) { ...PlannedReminders } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OccasionPlan($occasionId: ID!) { occasionPlan(occasionId: $occasionId) { ...PlannedReminders } }\n"): (typeof documents)["\n  query OccasionPlan($occasionId: ID!) { occasionPlan(occasionId: $occasionId) { ...PlannedReminders } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportArrest($input: ReportArrestInput!) {\n    reportArrest(input: $input) {\n      __typename\n      ... on ReportArrestPayload { report { id ...ReportMade } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  mutation ReportArrest($input: ReportArrestInput!) {\n    reportArrest(input: $input) {\n      __typename\n      ... on ReportArrestPayload { report { id ...ReportMade } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LegalProviders {\n    organizations { id name kind }\n  }\n"): (typeof documents)["\n  query LegalProviders {\n    organizations { id name kind }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportMade on ArrestReport { id revision state stateSince whyDeclined reportedAt provider { id name } case { id shortId } contents { name } }\n"): (typeof documents)["\n  fragment ReportMade on ArrestReport { id revision state stateSince whyDeclined reportedAt provider { id name } case { id shortId } contents { name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportsMade {\n    reportsMade { id ...ReportMade }\n  }\n"): (typeof documents)["\n  query ReportsMade {\n    reportsMade { id ...ReportMade }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawReport($input: WithdrawReportInput!) {\n    withdrawReport(input: $input) { __typename ... on WithdrawReportPayload { report { id ...ReportMade } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation WithdrawReport($input: WithdrawReportInput!) {\n    withdrawReport(input: $input) { __typename ... on WithdrawReportPayload { report { id ...ReportMade } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddressReport($input: AddressReportInput!) {\n    addressReport(input: $input) { __typename ... on AddressReportPayload { report { id ...ReportMade } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddressReport($input: AddressReportInput!) {\n    addressReport(input: $input) { __typename ... on AddressReportPayload { report { id ...ReportMade } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportWaiting on ArrestReport {\n    id revision reportedAt\n    group { id name phone }\n    contents { name otherNames aNumber birthDate countryOfBirth language arrestedAt arrestZone arrestPlace agency callerName callerPhone callerRelation }\n  }\n"): (typeof documents)["\n  fragment ReportWaiting on ArrestReport {\n    id revision reportedAt\n    group { id name phone }\n    contents { name otherNames aNumber birthDate countryOfBirth language arrestedAt arrestZone arrestPlace agency callerName callerPhone callerRelation }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportsWaiting {\n    reportsWaiting { id ...ReportWaiting }\n  }\n"): (typeof documents)["\n  query ReportsWaiting {\n    reportsWaiting { id ...ReportWaiting }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineReport($input: DeclineReportInput!) {\n    declineReport(input: $input) { __typename ... on DeclineReportPayload { report { id state } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation DeclineReport($input: DeclineReportInput!) {\n    declineReport(input: $input) { __typename ... on DeclineReportPayload { report { id state } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeInReport($input: TakeInReportInput!) {\n    takeInReport(input: $input) {\n      __typename\n      ... on TakeInReportPayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  mutation TakeInReport($input: TakeInReportInput!) {\n    takeInReport(input: $input) {\n      __typename\n      ... on TakeInReportPayload { case { id shortId } }\n      ... on Invalid { field }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n"): (typeof documents)["\n  query ReportMatches($name: String, $aNumber: String, $organizationId: ID) {\n    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {\n      likeness because\n      case { id shortId client { id publicName } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Holds on Organization {\n    id\n    holds { id shortId reason placedAt placedBy { id name } }\n  }\n"): (typeof documents)["\n  fragment Holds on Organization {\n    id\n    holds { id shortId reason placedAt placedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceHold($input: PlaceHoldInput!) {\n    placeHold(input: $input) { __typename ... on PlaceHoldPayload { organization { ...Holds } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation PlaceHold($input: PlaceHoldInput!) {\n    placeHold(input: $input) { __typename ... on PlaceHoldPayload { organization { ...Holds } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiftHold($input: LiftHoldInput!) {\n    liftHold(input: $input) { __typename ... on LiftHoldPayload { organization { ...Holds } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LiftHold($input: LiftHoldInput!) {\n    liftHold(input: $input) { __typename ... on LiftHoldPayload { organization { ...Holds } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Kept on Organization {\n    id\n    sweeps { kind days ranAt gone held ahead }\n  }\n"): (typeof documents)["\n  fragment Kept on Organization {\n    id\n    sweeps { kind days ranAt gone held ahead }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeClientStatement($input: MakeClientStatementInput!) {\n    makeClientStatement(input: $input) {\n      __typename\n      ... on MakeClientStatementPayload { statement { language clientsLanguage inClientsLanguage title made closing parts { title lines } } }\n      ... on UserError { message }\n    }\n  }\n"): (typeof documents)["\n  mutation MakeClientStatement($input: MakeClientStatementInput!) {\n    makeClientStatement(input: $input) {\n      __typename\n      ... on MakeClientStatementPayload { statement { language clientsLanguage inClientsLanguage title made closing parts { title lines } } }\n      ... on UserError { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoSaw($recordId: ID, $shortId: String) {\n    whoSaw(recordId: $recordId, shortId: $shortId) { by organization door times firstAt lastAt fields urgentReason }\n  }\n"): (typeof documents)["\n  query WhoSaw($recordId: ID, $shortId: String) {\n    whoSaw(recordId: $recordId, shortId: $shortId) { by organization door times firstAt lastAt fields urgentReason }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddTask($input: AddTaskInput!) {\n    addTask(input: $input) { __typename ... on AddTaskPayload { task { id ...TaskRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddTask($input: AddTaskInput!) {\n    addTask(input: $input) { __typename ... on AddTaskPayload { task { id ...TaskRow } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task { id revision title dueAt doneAt raisedBy owner { id name } doneBy { id name } case { id shortId client { id publicName } } }\n"): (typeof documents)["\n  fragment TaskRow on Task { id revision title dueAt doneAt raisedBy owner { id name } doneBy { id name } case { id shortId client { id publicName } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) { __typename ... on ReopenTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) { __typename ... on ReopenTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RaiseWall($input: RaiseWallInput!) {\n    raiseWall(input: $input) { __typename ... on RaiseWallPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation RaiseWall($input: RaiseWallInput!) {\n    raiseWall(input: $input) { __typename ... on RaiseWallPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TeamOfCase on Case {\n    id may custodyStatus\n    team { id role beganAt until urgentReason person { id name } organization { id name } }\n    readers { beganAt until lead organization { id name } }\n    contacts { id relation namedByClient isClient person { id name } }\n    walls { id reason raisedAt person { id name } organization { id name } }\n  }\n"): (typeof documents)["\n  fragment TeamOfCase on Case {\n    id may custodyStatus\n    team { id role beganAt until urgentReason person { id name } organization { id name } }\n    readers { beganAt until lead organization { id name } }\n    contacts { id relation namedByClient isClient person { id name } }\n    walls { id reason raisedAt person { id name } organization { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddToTeam($input: AddToTeamInput!) {\n    addToTeam(input: $input) { __typename ... on AddToTeamPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AddToTeam($input: AddToTeamInput!) {\n    addToTeam(input: $input) { __typename ... on AddToTeamPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveTeam($input: LeaveTeamInput!) {\n    leaveTeam(input: $input) { __typename ... on LeaveTeamPayload { case { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LeaveTeam($input: LeaveTeamInput!) {\n    leaveTeam(input: $input) { __typename ... on LeaveTeamPayload { case { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopSharing($input: StopSharingInput!) {\n    stopSharing(input: $input) { __typename ... on StopSharingPayload { case { id } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation StopSharing($input: StopSharingInput!) {\n    stopSharing(input: $input) { __typename ... on StopSharingPayload { case { id } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NameContact($input: NameContactInput!) {\n    nameContact(input: $input) { __typename ... on NameContactPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation NameContact($input: NameContactInput!) {\n    nameContact(input: $input) { __typename ... on NameContactPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnrolClient($input: EnrolClientInput!) {\n    enrolClient(input: $input) { __typename ... on EnrolClientPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EnrolClient($input: EnrolClientInput!) {\n    enrolClient(input: $input) { __typename ... on EnrolClientPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { __typename ... on EndEnrolmentPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { __typename ... on EndEnrolmentPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiftWall($input: LiftWallInput!) {\n    liftWall(input: $input) { __typename ... on LiftWallPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation LiftWall($input: LiftWallInput!) {\n    liftWall(input: $input) { __typename ... on LiftWallPayload { case { id ...TeamOfCase } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Waiting {\n    today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed deadlinesNear }\n    hearingsWaiting {\n      id dateStanding\n      occasion { id kind startsAt timeZone hourKnown }\n      court { id name }\n      case { ...WaitingCase }\n    }\n    deadlinesWaiting { id name dueOn dueAt timeZone case { ...WaitingCase } }\n    alarmsWaiting { id revision title dueAt owner { id name } case { ...WaitingCase } }\n    approvalsWaiting { id title lead { id name } occasion { id kind startsAt timeZone hourKnown } case { ...WaitingCase } }\n    cases(filter: { need: NOBODY_ASSIGNED }, order: OPENED, first: 20) { edges { node { openedAt ...WaitingCase } } }\n  }\n"): (typeof documents)["\n  query Waiting {\n    today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed deadlinesNear }\n    hearingsWaiting {\n      id dateStanding\n      occasion { id kind startsAt timeZone hourKnown }\n      court { id name }\n      case { ...WaitingCase }\n    }\n    deadlinesWaiting { id name dueOn dueAt timeZone case { ...WaitingCase } }\n    alarmsWaiting { id revision title dueAt owner { id name } case { ...WaitingCase } }\n    approvalsWaiting { id title lead { id name } occasion { id kind startsAt timeZone hourKnown } case { ...WaitingCase } }\n    cases(filter: { need: NOBODY_ASSIGNED }, order: OPENED, first: 20) { edges { node { openedAt ...WaitingCase } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WaitingCase on Case {\n    id shortId client { id publicName } coordinator { id name } representedBy { id attorney { id name } }\n    assignments { id state lapsed attorney { id name } }\n  }\n"): (typeof documents)["\n  fragment WaitingCase on Case {\n    id shortId client { id publicName } coordinator { id name } representedBy { id attorney { id name } }\n    assignments { id state lapsed attorney { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerAlarm($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation AnswerAlarm($input: CompleteTaskInput!) {\n    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VisitsOfCase on Case {\n    id may\n    visits { id revision kind state startsAt timeZone lengthMinutes rules outcome facility { id name timeZone } visitor { id name } interpreter { id name } }\n  }\n"): (typeof documents)["\n  fragment VisitsOfCase on Case {\n    id may\n    visits { id revision kind state startsAt timeZone lengthMinutes rules outcome facility { id name timeZone } visitor { id name } interpreter { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BookVisit($input: BookVisitInput!) {\n    bookVisit(input: $input) { __typename ... on BookVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation BookVisit($input: BookVisitInput!) {\n    bookVisit(input: $input) { __typename ... on BookVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveVisit($input: MoveVisitInput!) {\n    moveVisit(input: $input) { __typename ... on MoveVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation MoveVisit($input: MoveVisitInput!) {\n    moveVisit(input: $input) { __typename ... on MoveVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportVisit($input: ReportVisitInput!) {\n    reportVisit(input: $input) { __typename ... on ReportVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation ReportVisit($input: ReportVisitInput!) {\n    reportVisit(input: $input) { __typename ... on ReportVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelVisit($input: CancelVisitInput!) {\n    cancelVisit(input: $input) { __typename ... on CancelVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"): (typeof documents)["\n  mutation CancelVisit($input: CancelVisitInput!) {\n    cancelVisit(input: $input) { __typename ... on CancelVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TellingLine on Telling { personName audience channel kind dueAt timeZone theirTimeZone count }\n"): (typeof documents)["\n  fragment TellingLine on Telling { personName audience channel kind dueAt timeZone theirTimeZone count }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChooseFacility($search: String) {\n    facilities(search: $search, first: 30) { id code name city state timeZone }\n  }\n"): (typeof documents)["\n  query ChooseFacility($search: String) {\n    facilities(search: $search, first: 30) { id code name city state timeZone }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChooseCourt {\n    courts(first: 100) { id name city state timeZone locations { id name city state timeZone } }\n  }\n"): (typeof documents)["\n  query ChooseCourt {\n    courts(first: 100) { id name city state timeZone locations { id name city state timeZone } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChoosePerson($kinds: [PersonKind!], $search: String, $caseId: ID) {\n    people(kinds: $kinds, search: $search, caseId: $caseId, first: 50) { edges { node { id name office kind } } }\n  }\n"): (typeof documents)["\n  query ChoosePerson($kinds: [PersonKind!], $search: String, $caseId: ID) {\n    people(kinds: $kinds, search: $search, caseId: $caseId, first: 50) { edges { node { id name office kind } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChooseAttorney {\n    attorneys { id name attorney { languages barStates eoirRegistered qualification openToOffers } }\n  }\n"): (typeof documents)["\n  query ChooseAttorney {\n    attorneys { id name attorney { languages barStates eoirRegistered qualification openToOffers } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChooseOrganization {\n    organizations { id name }\n  }\n"): (typeof documents)["\n  query ChooseOrganization {\n    organizations { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChooseCase($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId may client { id publicName } } } }\n  }\n"): (typeof documents)["\n  query ChooseCase($search: String) {\n    cases(filter: { search: $search }, first: 20) { edges { node { id shortId may client { id publicName } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TestOfCase($shortId: String!) {\n    case(shortId: $shortId) { id shortId stage }\n  }\n"): (typeof documents)["\n  query TestOfCase($shortId: String!) {\n    case(shortId: $shortId) { id shortId stage }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TestTasks { tasks { edges { node { id doneAt } } } }\n"): (typeof documents)["\n  query TestTasks { tasks { edges { node { id doneAt } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChangedRecords { changed { kind ids } }\n"): (typeof documents)["\n  subscription ChangedRecords { changed { kind ids } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SendArrival($input: RecordArrivalInput!) {\n      recordArrival(input: $input) { __typename ... on RecordArrivalPayload { invitation { id came } } ... on UserError { message } }\n    }\n  "): (typeof documents)["\n    mutation SendArrival($input: RecordArrivalInput!) {\n      recordArrival(input: $input) { __typename ... on RecordArrivalPayload { invitation { id came } } ... on UserError { message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SendWalkIns($input: CountWalkInsInput!) {\n      countWalkIns(input: $input) { __typename ... on CountWalkInsPayload { occasion { id attendance { id walkIns } } } ... on UserError { message } }\n    }\n  "): (typeof documents)["\n    mutation SendWalkIns($input: CountWalkInsInput!) {\n      countWalkIns(input: $input) { __typename ... on CountWalkInsPayload { occasion { id attendance { id walkIns } } } ... on UserError { message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SendReport($input: ReportHearingInput!) {\n      reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id revision outcome reportedAt } } ... on UserError { message } }\n    }\n  "): (typeof documents)["\n    mutation SendReport($input: ReportHearingInput!) {\n      reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id revision outcome reportedAt } } ... on UserError { message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SendReached($input: RecordReachedInput!) {\n      recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id } } ... on UserError { message } }\n    }\n  "): (typeof documents)["\n    mutation SendReached($input: RecordReachedInput!) {\n      recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id } } ... on UserError { message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SendTask($input: AddTaskInput!) {\n      addTask(input: $input) { __typename ... on AddTaskPayload { task { id } } ... on UserError { message } }\n    }\n  "): (typeof documents)["\n    mutation SendTask($input: AddTaskInput!) {\n      addTask(input: $input) { __typename ... on AddTaskPayload { task { id } } ... on UserError { message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      language\n      may\n      person { id name }\n      organization { id name kind timeZone }\n      memberships { role organization { id name kind } }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      language\n      may\n      person { id name }\n      organization { id name kind timeZone }\n      memberships { role organization { id name kind } }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;