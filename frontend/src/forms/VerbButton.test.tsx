import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { graphql } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { VerbButton } from "./VerbButton";

const Rotate = graphql(`
  mutation RotateFeed($input: RotateFeedInput!) {
    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }
  }
`);
const INPUT = { feedId: "feed-1", expectedRevision: 1 };

beforeEach(() => speak("en"));

test("what cannot be taken back is asked once more, and closing the question changes nothing", async () => {
  const { client, asked } = answering({ RotateFeed: () => ({ rotateFeed: { __typename: "RotateFeedPayload", feed: { id: "feed-1" } } }) });
  drawn(<VerbButton verb={Rotate} label="New address" ask="The old one stops working." input={INPUT} told="Changed." />, client);

  await userEvent.click(screen.getByRole("button", { name: "New address" }));
  const question = await screen.findByRole("dialog");
  expect(within(question).getByText("The old one stops working.")).toBeVisible();
  await userEvent.click(within(question).getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement);
  expect(asked).toEqual([]);

  await userEvent.click(screen.getByRole("button", { name: "New address" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "New address" }));
  await waitFor(() => expect(asked).toEqual([{ name: "RotateFeed", variables: { input: INPUT } }]));
});

test("what is missing is said line by line in the reader's language", async () => {
  await speak("es");
  const { client } = answering({ RotateFeed: () => ({ rotateFeed: { __typename: "NotCleared", message: "Not yet okay to share: The attorney of record has not signed off wording no. 3.", missing: ["The attorney of record has not signed off wording no. 3."] } }) });
  drawn(<VerbButton verb={Rotate} label="Publicar" input={INPUT} told="Hecho." />, client);
  await userEvent.click(screen.getByRole("button", { name: "Publicar" }));
  expect(await screen.findByText(/^Todavía no se puede compartir: /)).not.toHaveTextContent("The attorney of record");
});
