import { other } from "~/features/two/other";

export const allowed = other;
