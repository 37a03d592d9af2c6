import type { LabChange, LabSummary } from '../../api/schema';
import type { Words } from '../../shared/words/zh-CN';

/** What a trial comes to, in sentences. */
export function sentencesOf(summary: LabSummary, words: Words): string[] {
  const w = words.lab;
  const lines = summary.lines.filter((l) => l.in > 0 || l.out > 0).map((l) => w.crossed(nameOfLine(l, words), l.in, l.out, l.before, l.after));
  return [
    summary.moved === 0 ? (summary.rescored === 0 ? w.nothingMoved(summary.schools) : w.onlyPoints(summary.schools, summary.rescored)) : w.moved(summary.schools, summary.moved, summary.swappedPairs),
    summary.largestClimber ? w.largest(summary.largestClimber, summary.largestClimb) : '',
    lines.length === 0 ? w.nobodyCrosses : lines.join(words.lab.and),
  ].filter((s) => s !== '');
}

/** What a line is called. */
export const nameOfLine = (line: LabSummary['lines'][number], words: Words) =>
  line.kind === 'grade' ? words.lab.lineOf(line.name ?? line.code ?? '') : line.kind === 'selection' ? words.lab.places : words.lab.outcomeLine[line.code ?? ''] ?? '';

/** A change in words: what it is of, and both numbers. */
export function changeText(change: LabChange, words: Words): string {
  const field = /([A-Za-z]+)(\[\d+\])?$/.exec(change.path)?.[1] ?? change.path;
  const weight = /\.weights\.(.+)$/.exec(change.path)?.[1];
  const share = change.part === 'programme' ? words.lab.share[field] : undefined;
  const name = weight ? words.lab.weightOf(weight) : share ?? words.lab.field[field] ?? field;
  const bases: Record<string, string> = words.titlesDistrict.baseWord;
  const value = (text: string | null | undefined) => (text === null || text === undefined ? words.common.none : field === 'base' ? bases[text] ?? text : text);
  return `${change.subject ? `${change.subject} · ` : ''}${name} ${value(change.from)} → ${value(change.to)}`;
}
