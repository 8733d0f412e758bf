import { Button, Checkbox, Group, Modal, NumberInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { type PointerEvent, useRef, useState } from "react";
import { Refusal } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";

const Blur = graphql(`
  mutation BlurPicture($input: BlurPictureInput!) {
    blurPicture(input: $input) { __typename ... on BlurPicturePayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }
  }
`);

export type Box = { x: number; y: number; width: number; height: number };

/** The box between two points of a picture, in shares of it; nothing for a mere tap. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }): Box | undefined {
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const left = clamp(Math.min(from.x, to.x));
  const top = clamp(Math.min(from.y, to.y));
  const width = clamp(Math.max(from.x, to.x)) - left;
  const height = clamp(Math.max(from.y, to.y)) - top;
  return width < 0.005 || height < 0.005 ? undefined : { x: left, y: top, width, height };
}

/** A person draws a box over each face and plate. Until somebody did, others see nothing of the photo. */
export function BlurDialog({ pictureId, revision, address, onClose }: { pictureId: string; revision: number; address: string; onClose: () => void }) {
  const { t } = useLingui();
  const { send, sending } = useVerb(Blur);
  const [boxes, setBoxes] = useState<Box[]>([]);
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const [to, setTo] = useState<{ x: number; y: number }>();
  const [nothing, setNothing] = useState(false);
  const [refused, setRefused] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  const at = (event: PointerEvent): { x: number; y: number } => {
    const bounds = frame.current?.getBoundingClientRect();
    return bounds ? { x: (event.clientX - bounds.left) / bounds.width, y: (event.clientY - bounds.top) / bounds.height } : { x: 0, y: 0 };
  };
  const drawn = from && to ? between(from, to) : undefined;
  const done = (): void => {
    if (drawn) setBoxes((was) => [...was, drawn]);
    setFrom(undefined);
    setTo(undefined);
  };
  const change = (index: number, part: Partial<Box>): void => setBoxes((was) => was.map((one, place) => (place === index ? { ...one, ...part } : one)));
  const save = async (): Promise<void> => {
    const { refused: no } = await send({ pictureId, expectedRevision: revision, boxes, nothingToBlur: nothing });
    if (no) { setRefused(no.message); return; }
    notifications.show({ message: t`Covered. Others see this copy once the sighting is confirmed.` });
    onClose();
  };
  const sides: { key: keyof Box; label: string }[] = [{ key: "x", label: t`From the left, %` }, { key: "y", label: t`From the top, %` }, { key: "width", label: t`Width, %` }, { key: "height", label: t`Height, %` }];
  return (
    <Modal opened onClose={onClose} title={t`Cover faces and plates`} size="xl">
      <p className="quiet" style={{ marginTop: 0 }}><Trans>Draw a box over each face and each plate. What you cover is gone from the copy for good; the photo as it was sent stays for counsel.</Trans></p>
      <div ref={frame} style={{ position: "relative", touchAction: "none", cursor: "crosshair", userSelect: "none" }} onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setFrom(at(event)); }} onPointerMove={(event) => { if (from) setTo(at(event)); }} onPointerUp={done} onPointerCancel={() => { setFrom(undefined); setTo(undefined); }}>
        <img src={`${address}?original=1`} alt={t`The photo as it was sent`} draggable={false} style={{ width: "100%", display: "block" }} />
        {[...boxes, ...(drawn ? [drawn] : [])].map((one, index) => <div key={`${index}`} aria-hidden style={{ position: "absolute", left: `${one.x * 100}%`, top: `${one.y * 100}%`, width: `${one.width * 100}%`, height: `${one.height * 100}%`, background: "rgba(20, 25, 31, 0.8)", outline: "2px solid #fff" }} />)}
      </div>
      <ol className="rows" style={{ padding: 0 }}>
        {boxes.map((one, index) => (
          <li key={`${index}`}>
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend className="quiet"><Trans>Box {index + 1}</Trans></legend>
              <Group gap="xs" align="flex-end">
                {sides.map(({ key, label }) => <NumberInput key={key} w={130} label={label} min={0} max={100} value={Math.round(one[key] * 100)} onChange={(value) => change(index, { [key]: Math.min(1, Math.max(0, Number(value) / 100)) })} />)}
                <Button variant="subtle" color="gray" size="compact-sm" aria-label={t`Take out box ${index + 1}`} onClick={() => setBoxes(boxes.filter((_, place) => place !== index))}><Trans>Take out</Trans></Button>
              </Group>
            </fieldset>
          </li>
        ))}
      </ol>
      {boxes.length === 0 ? <Checkbox mt="sm" label={t`I looked: there is no face and no plate in it`} checked={nothing} onChange={(event) => setNothing(event.currentTarget.checked)} /> : null}
      {refused ? <Refusal>{refused}</Refusal> : null}
      <Group mt="md">
        <Button loading={sending} onClick={() => void save()}><Trans>Make the copy</Trans></Button>
        <Button variant="default" onClick={() => { setNothing(false); setBoxes([...boxes, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }]); }}><Trans>Add a box</Trans></Button>
        <Button variant="subtle" color="gray" onClick={onClose}><Trans>Cancel</Trans></Button>
      </Group>
    </Modal>
  );
}
