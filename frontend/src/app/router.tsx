import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { BrokenPage } from "./BrokenPage";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";
import { boardSearch, calendarSearch, messagesSearch, signInSearch } from "./search";

const root = createRootRoute();
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

export const routes = {
  signIn: createRoute({ getParentRoute: () => root, path: "/sign-in", validateSearch: signInSearch, component: lazyRouteComponent(() => import("./SignInPage"), "SignInPage") }),
  signInReturn: createRoute({ getParentRoute: () => root, path: "/sign-in/return/$organization", component: lazyRouteComponent(() => import("./ReturnPage"), "ReturnPage") }),
  secondStep: createRoute({ getParentRoute: () => root, path: "/second-step", component: lazyRouteComponent(() => import("./SecondStepPage"), "SecondStepPage") }),
  welcome: createRoute({ getParentRoute: () => root, path: "/welcome", component: lazyRouteComponent(() => import("./WelcomePage"), "WelcomePage") }),
  board: createRoute({ getParentRoute: () => shell, path: "/", validateSearch: boardSearch, component: lazyRouteComponent(() => import("./BoardPage"), "BoardPage") }),
  case: createRoute({ getParentRoute: () => shell, path: "/cases/$shortId", component: lazyRouteComponent(() => import("./CasePage"), "CasePage") }),
  statement: createRoute({ getParentRoute: () => shell, path: "/cases/$shortId/statement", component: lazyRouteComponent(() => import("./StatementPage"), "StatementPage") }),
  calendar: createRoute({ getParentRoute: () => shell, path: "/calendar", validateSearch: calendarSearch, component: lazyRouteComponent(() => import("./CalendarPage"), "CalendarPage") }),
  actions: createRoute({ getParentRoute: () => shell, path: "/actions", component: lazyRouteComponent(() => import("./ActionsPage"), "ActionsPage") }),
  action: createRoute({ getParentRoute: () => shell, path: "/actions/$actionId", component: lazyRouteComponent(() => import("./ActionPage"), "ActionPage") }),
  room: createRoute({ getParentRoute: () => shell, path: "/room/$occasionId", component: lazyRouteComponent(() => import("./RoomPage"), "RoomPage") }),
  people: createRoute({ getParentRoute: () => shell, path: "/people", component: lazyRouteComponent(() => import("./PeoplePage"), "PeoplePage") }),
  tasks: createRoute({ getParentRoute: () => shell, path: "/tasks", component: lazyRouteComponent(() => import("./TasksPage"), "TasksPage") }),
  feeds: createRoute({ getParentRoute: () => shell, path: "/subscriptions", component: lazyRouteComponent(() => import("./FeedsPage"), "FeedsPage") }),
  messages: createRoute({ getParentRoute: () => shell, path: "/messages", validateSearch: messagesSearch, component: lazyRouteComponent(() => import("./MessagesPage"), "MessagesPage") }),
  offers: createRoute({ getParentRoute: () => shell, path: "/offers", component: lazyRouteComponent(() => import("./OffersPage"), "OffersPage") }),
  myWork: createRoute({ getParentRoute: () => shell, path: "/my-work", component: lazyRouteComponent(() => import("./MyWorkPage"), "MyWorkPage") }),
  reportHearing: createRoute({ getParentRoute: () => shell, path: "/report-hearing/$hearingId", component: lazyRouteComponent(() => import("./ReportHearingPage"), "ReportHearingPage") }),
  calls: createRoute({ getParentRoute: () => shell, path: "/calls", component: lazyRouteComponent(() => import("./CallsPage"), "CallsPage") }),
  // "Feeds" is what the menu says, so "/feeds" is what people type.
  feedsTyped: createRoute({ getParentRoute: () => shell, path: "/feeds", beforeLoad: () => { throw redirect({ to: "/subscriptions" }); } }),
  operations: createRoute({ getParentRoute: () => shell, path: "/operations", component: lazyRouteComponent(() => import("./OperationsPage"), "OperationsPage") }),
  operation: createRoute({ getParentRoute: () => shell, path: "/operations/$operationId", component: lazyRouteComponent(() => import("./OperationPage"), "OperationPage") }),
  whatHappened: createRoute({ getParentRoute: () => shell, path: "/what-happened", component: lazyRouteComponent(() => import("./WhatHappenedPage"), "WhatHappenedPage") }),
  community: createRoute({ getParentRoute: () => shell, path: "/community", component: lazyRouteComponent(() => import("./CommunityPage"), "CommunityPage") }),
  account: createRoute({ getParentRoute: () => shell, path: "/your-account", component: lazyRouteComponent(() => import("./AccountPage"), "AccountPage") }),
  organization: createRoute({ getParentRoute: () => shell, path: "/organization", component: lazyRouteComponent(() => import("./OrganizationPage"), "OrganizationPage") }),
};

const { signIn, signInReturn, secondStep, welcome, ...inside } = routes;

export const router = createRouter({
  routeTree: root.addChildren([signIn, signInReturn, secondStep, welcome, shell.addChildren(Object.values(inside) as [typeof inside.board, typeof inside.case, typeof inside.statement, typeof inside.calendar, typeof inside.actions, typeof inside.action, typeof inside.room, typeof inside.whatHappened, typeof inside.community, typeof inside.people, typeof inside.tasks, typeof inside.feeds, typeof inside.messages, typeof inside.offers, typeof inside.myWork, typeof inside.reportHearing, typeof inside.calls, typeof inside.operations, typeof inside.operation, typeof inside.feedsTyped, typeof inside.account, typeof inside.organization])]),
  defaultPreload: "intent",
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
