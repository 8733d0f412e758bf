import { Shell } from "~/app/Shell";
export const broken = Shell;
