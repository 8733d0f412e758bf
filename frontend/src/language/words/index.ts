/* The contract's closed words, noun by noun. */

export * from "./advocacy";
export * from "./assignments";
export * from "./bond";
export * from "./cases";
export * from "./changes";
export * from "./community";
export * from "./consents";
export * from "./custody";
export * from "./dates";
export * from "./deadlines";
export * from "./documents";
export * from "./hearings";
export * from "./invitations";
export * from "./messages";
export * from "./occasions";
export * from "./outcomes";
export * from "./people";
export * from "./proceedings";
export * from "./reports";
export * from "./retention";
export * from "./rights";
export * from "./spreadsheets";
