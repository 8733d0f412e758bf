import { useId } from "react";

type Props<V extends string> = {
  "aria-label": string;
  data: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  /** Beside small controls. */
  small?: boolean;
  /** As wide as there is room. */
  wide?: boolean;
};

/** One of a few, all of them in sight: radio buttons that lie beside each other. */
export function Segments<V extends string>({ "aria-label": label, data, value, onChange, small, wide }: Props<V>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label} data-small={small || undefined} data-wide={wide || undefined}>
      {data.map((one) => (
        <label key={one.value}>
          <input type="radio" name={name} value={one.value} checked={one.value === value} onChange={() => onChange(one.value)} />
          {one.label}
        </label>
      ))}
    </div>
  );
}
