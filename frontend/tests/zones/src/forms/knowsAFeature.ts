import { other } from "~/features/two/other";
export const broken = other;
