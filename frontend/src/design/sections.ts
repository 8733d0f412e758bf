import { useMediaQuery } from "@mantine/hooks";
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";

/** A page of many panels, on a screen where not all of them can stand open: which do, and where each is. */
type Sections = {
  /** Whether there is room for all: then none is folded, and the list still leads to each. */
  roomy: boolean;
  open: (title: string) => boolean;
  set: (title: string, open: boolean) => void;
  /** Tells that a panel stands here; what it gives back tells that it has gone. */
  stands: (title: string, panel: HTMLElement) => () => void;
};

export const InSections = createContext<Sections | undefined>(undefined);

export type Standing = { title: string; panel: HTMLElement };

/** Kept for as long as the tab is open, under the page's own name: which panels, and nothing of what is in them. */
function kept(name: string): string[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(`open panels: ${name}`) ?? "[]");
    return Array.isArray(found) ? found.map(String) : [];
  } catch {
    return [];
  }
}

/** What a page gives its panels: on a narrow screen they are folded. */
export function useSections(name: string): { sections: Sections; standing: readonly Standing[] } {
  const narrow = useMediaQuery("(max-width: 760px)", window.innerWidth <= 760, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(() => kept(name));
  const [standing, setStanding] = useState<readonly Standing[]>([]);
  const set = useCallback((title: string, open: boolean) => setOpened((now) => (open ? [...new Set([...now, title])] : now.filter((one) => one !== title))), []);
  useEffect(() => {
    try {
      sessionStorage.setItem(`open panels: ${name}`, JSON.stringify(opened));
    } catch {
      // A browser that keeps nothing: then they are open for as long as the page is.
    }
  }, [name, opened]);
  const stands = useCallback((title: string, panel: HTMLElement) => {
    setStanding((now) => [...now, { title, panel }].toSorted((one, other) => (one.panel.compareDocumentPosition(other.panel) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)));
    return () => setStanding((now) => now.filter((one) => one.panel !== panel));
  }, []);
  const sections = useMemo(() => ({ roomy: !narrow, open: (title: string) => opened.includes(title), set, stands }), [narrow, opened, set, stands]);
  return { sections, standing };
}

/** For one panel of the page: whether it stands open, if it can be folded at all. */
export function useFolded(title: string, panel: HTMLElement | null, foldable: boolean): { open: boolean; turn?: () => void } {
  const sections = useContext(InSections);
  const stands = sections?.stands;
  useEffect(() => (panel && stands ? stands(title, panel) : undefined), [panel, stands, title]);
  if (!sections || sections.roomy || !foldable) return { open: true };
  const open = sections.open(title);
  return { open, turn: () => sections.set(title, !open) };
}
