import { other } from "../two/other";
export const broken = other;
