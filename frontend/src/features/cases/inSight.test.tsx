import { act, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { expect, test } from "vitest";
import { bringInSight, useInSight } from "./inSight";

function Drawn({ count, height }: { count: number; height: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const { shown, moving } = useInSight({ count, height, frame, more: 2, head: 30, likely: 100 });
  return <div ref={frame} role="list" data-moving={moving}>{shown.map((line) => <div key={line} role="listitem">{line}</div>)}</div>;
}

const drawn = (): number[] => screen.getAllByRole("listitem").map((one) => Number(one.textContent));
const span = (from: number, until: number): number[] => Array.from({ length: until - from }, (_, index) => from + index);

test("only the lines in sight are drawn, and a few around them, also at either end and when the lines become fewer", () => {
  const { rerender } = render(<Drawn count={100_000} height={20} />);
  const frame = screen.getByRole("list");
  expect(drawn()).toEqual(span(0, 8));
  frame.scrollTop = 1_030;
  fireEvent.scroll(frame);
  expect(drawn()).toEqual(span(48, 58));
  expect(frame).toHaveAttribute("data-moving", "true");
  frame.scrollTop = 100_000 * 20;
  fireEvent.scroll(frame);
  expect(drawn().at(-1)).toBe(99_999);
  rerender(<Drawn count={40} height={20} />);
  expect(drawn()).toEqual(span(32, 40));
  rerender(<Drawn count={3} height={20} />);
  expect(drawn()).toEqual([0, 1, 2]);
});

test("other heights are other lines in sight", () => {
  const { rerender } = render(<Drawn count={1_000} height={20} />);
  act(() => {
    screen.getByRole("list").scrollTop = 430;
  });
  rerender(<Drawn count={1_000} height={40} />);
  expect(drawn()).toEqual(span(8, 16));
});

test("as little is scrolled as a line needs to be seen beneath the head", () => {
  const at = document.createElement("div");
  Object.defineProperty(at, "clientHeight", { value: 130 });
  const standing = (line: number): number => (bringInSight(at, line, 20, 30), at.scrollTop);
  expect([0, 4, 5, 9, 8, 4].map(standing)).toEqual([0, 0, 20, 100, 100, 80]);
});
