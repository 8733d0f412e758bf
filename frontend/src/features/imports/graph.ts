import { graphql } from "~/graph/generated";

/** A spreadsheet on its way, and how its rows stand. */
export const Whole = graphql(`
  fragment WholeSpreadsheet on Spreadsheet {
    id revision name state rows done header meanings dayFirst orderAsked knownRule finishedAt undoUntil
    newRows knownRows problemRows leftOutRows madeRows filledRows keptRows failedRows takenBackRows stayedRows
  }
`);

export const RowPart = graphql(`
  fragment RowOfSpreadsheet on SpreadsheetRow {
    id number state rule cells problems { column message } case { id shortId }
  }
`);
