import { Page } from "~/design/pieces";
export const broken = Page;
