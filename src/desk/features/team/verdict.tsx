import { Badge } from '../../ui/badge.tsx';

/** What one queue or policy says to a ticket, with its reason; the words wrap beside the badge. */
export function Verdict({
  tone,
  label,
  name,
  why,
}: {
  tone: 'positive' | 'neutral';
  label: string;
  name: string;
  why: string;
}) {
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2">
      <span>
        <Badge tone={tone}>{label}</Badge>
      </span>
      <span className="wrap-anywhere">
        <bdi className="font-medium">{name}</bdi> <span className="text-muted">{why}</span>
      </span>
    </li>
  );
}
