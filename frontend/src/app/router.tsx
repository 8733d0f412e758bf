import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { Client } from "@urql/core";
import { askWho } from "~/graph/viewer";
import { BrokenPage } from "./BrokenPage";
import { NotFoundPage } from "./NotFoundPage";
import { takeSearchOut } from "./boardAddress";
import { Shell } from "./Shell";
import { actionsSearch, boardSearch, calendarSearch, importSearch, messagesSearch, mondaySearch, organizationSearch, peopleSearch, signInSearch } from "./search";

const root = createRootRouteWithContext<{ client: Client }>()();
const shell = createRoute({ getParentRoute: () => root, id: "shell", loader: ({ cause, context }) => { if (cause === "enter") void askWho(context.client); }, component: Shell });

const board = () => import("./BoardPage");

export const routes = {
  signIn: createRoute({ getParentRoute: () => root, path: "/sign-in", validateSearch: signInSearch, component: lazyRouteComponent(() => import("./SignInPage"), "SignInPage") }),
  signInReturn: createRoute({ getParentRoute: () => root, path: "/sign-in/return/$organization", component: lazyRouteComponent(() => import("./ReturnPage"), "ReturnPage") }),
  secondStep: createRoute({ getParentRoute: () => root, path: "/second-step", component: lazyRouteComponent(() => import("./SecondStepPage"), "SecondStepPage") }),
  welcome: createRoute({ getParentRoute: () => root, path: "/welcome", component: lazyRouteComponent(() => import("./WelcomePage"), "WelcomePage") }),
  // The board was here once: addresses with its filters lead to it still.
  today: createRoute({ getParentRoute: () => shell, path: "/", validateSearch: boardSearch, beforeLoad: ({ search }) => { if (Object.keys(search).length > 0) throw redirect({ to: "/board", search }); }, component: lazyRouteComponent(() => import("./TodayPage"), "TodayPage") }),
  board: createRoute({ getParentRoute: () => shell, path: "/board", validateSearch: boardSearch, beforeLoad: takeSearchOut, loader: ({ cause, context, location }) => { if (cause === "enter") void board().then(({ boardAhead }) => boardAhead(context.client, { ...boardSearch(location.search), q: location.state.boardSearch })); }, component: lazyRouteComponent(board, "BoardPage") }),
  case: createRoute({ getParentRoute: () => shell, path: "/cases/$shortId", component: lazyRouteComponent(() => import("./CasePage"), "CasePage") }),
  statement: createRoute({ getParentRoute: () => shell, path: "/cases/$shortId/statement", component: lazyRouteComponent(() => import("./StatementPage"), "StatementPage") }),
  calendar: createRoute({ getParentRoute: () => shell, path: "/calendar", validateSearch: calendarSearch, component: lazyRouteComponent(() => import("./CalendarPage"), "CalendarPage") }),
  actions: createRoute({ getParentRoute: () => shell, path: "/actions", validateSearch: actionsSearch, component: lazyRouteComponent(() => import("./ActionsPage"), "ActionsPage") }),
  action: createRoute({ getParentRoute: () => shell, path: "/actions/$actionId", component: lazyRouteComponent(() => import("./ActionPage"), "ActionPage") }),
  room: createRoute({ getParentRoute: () => shell, path: "/room/$occasionId", component: lazyRouteComponent(() => import("./RoomPage"), "RoomPage") }),
  people: createRoute({ getParentRoute: () => shell, path: "/people", validateSearch: peopleSearch, component: lazyRouteComponent(() => import("./PeoplePage"), "PeoplePage") }),
  tasks: createRoute({ getParentRoute: () => shell, path: "/tasks", component: lazyRouteComponent(() => import("./TasksPage"), "TasksPage") }),
  feeds: createRoute({ getParentRoute: () => shell, path: "/subscriptions", component: lazyRouteComponent(() => import("./FeedsPage"), "FeedsPage") }),
  messages: createRoute({ getParentRoute: () => shell, path: "/messages", validateSearch: messagesSearch, component: lazyRouteComponent(() => import("./MessagesPage"), "MessagesPage") }),
  inbox: createRoute({ getParentRoute: () => shell, path: "/inbox", component: lazyRouteComponent(() => import("./InboxPage"), "InboxPage") }),
  offers: createRoute({ getParentRoute: () => shell, path: "/offers", component: lazyRouteComponent(() => import("./OffersPage"), "OffersPage") }),
  myWork: createRoute({ getParentRoute: () => shell, path: "/my-work", component: lazyRouteComponent(() => import("./MyWorkPage"), "MyWorkPage") }),
  reportHearing: createRoute({ getParentRoute: () => shell, path: "/report-hearing/$hearingId", component: lazyRouteComponent(() => import("./ReportHearingPage"), "ReportHearingPage") }),
  calls: createRoute({ getParentRoute: () => shell, path: "/calls", component: lazyRouteComponent(() => import("./CallsPage"), "CallsPage") }),
  // "Feeds" is what the menu says, so "/feeds" is what people type.
  feedsTyped: createRoute({ getParentRoute: () => shell, path: "/feeds", beforeLoad: () => { throw redirect({ to: "/subscriptions" }); } }),
  importing: createRoute({ getParentRoute: () => shell, path: "/import", validateSearch: importSearch, component: lazyRouteComponent(() => import("./ImportPage"), "ImportPage") }),
  monday: createRoute({ getParentRoute: () => shell, path: "/monday", validateSearch: mondaySearch, component: lazyRouteComponent(() => import("./MondayPage"), "MondayPage") }),
  operations: createRoute({ getParentRoute: () => shell, path: "/operations", component: lazyRouteComponent(() => import("./OperationsPage"), "OperationsPage") }),
  operation: createRoute({ getParentRoute: () => shell, path: "/operations/$operationId", component: lazyRouteComponent(() => import("./OperationPage"), "OperationPage") }),
  whatHappened: createRoute({ getParentRoute: () => shell, path: "/what-happened", component: lazyRouteComponent(() => import("./WhatHappenedPage"), "WhatHappenedPage") }),
  reports: createRoute({ getParentRoute: () => shell, path: "/reports", component: lazyRouteComponent(() => import("./ReportsPage"), "ReportsPage") }),
  community: createRoute({ getParentRoute: () => shell, path: "/community", component: lazyRouteComponent(() => import("./CommunityPage"), "CommunityPage") }),
  account: createRoute({ getParentRoute: () => shell, path: "/your-account", component: lazyRouteComponent(() => import("./AccountPage"), "AccountPage") }),
  organization: createRoute({ getParentRoute: () => shell, path: "/organization", validateSearch: organizationSearch, component: lazyRouteComponent(() => import("./OrganizationPage"), "OrganizationPage") }),
};

const { signIn, signInReturn, secondStep, welcome, ...inside } = routes;

export const router = createRouter({
  routeTree: root.addChildren([signIn, signInReturn, secondStep, welcome, shell.addChildren(inside)]),
  defaultPreload: "intent",
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
  context: { client: undefined as never },
});

declare module "@tanstack/history" {
  interface HistoryState {
    /** What the board is searched for: told to the page, and never to its address. */
    boardSearch?: string | undefined;
  }
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
