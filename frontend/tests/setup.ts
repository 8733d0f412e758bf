import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

afterEach(cleanup);

// What happy-dom lacks and Mantine asks for.
Object.defineProperty(window, "matchMedia", { value: (query: string) => ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {} }) });
class Observer { observe(): void {} unobserve(): void {} disconnect(): void {} }
vi.stubGlobal("ResizeObserver", Observer);
Element.prototype.scrollIntoView = () => {};

// happy-dom knows no fonts; a growing text field waits for them.
if (!("fonts" in document)) Object.defineProperty(document, "fonts", { value: new EventTarget() });
