import { Alert } from 'antd';
import { Problem } from '../../../api/problem';
import { useWords } from '../../../shared/words';

/** Why a step didn't work, in words: what is missing one by one, or what the present state allows instead. */
export function Refusal({ error, title, offered = [] }: { error: Error | null; title?: string; offered?: readonly string[] }) {
  const words = useWords();
  if (!error) return null;
  const problem = error instanceof Problem ? error : null;
  const each = [...(problem?.problems.map((p) => p.message) ?? []), ...Object.values(problem?.fields ?? {}).flat()];
  const lists = each.length > 0 && <ul style={{ margin: 0, paddingLeft: 20 }}>{each.map((text) => <li key={text}>{text}</li>)}</ul>;
  if (problem?.isStale) return <Alert type="warning" showIcon role="alert" style={{ marginBottom: 12 }} title={words.errors.stale} description={words.errors.staleHint} />;
  const steps = problem?.allowed.filter((step) => offered.includes(step)).map((step) => words.titlesSchool.did[step]!) ?? [];
  const isStuck = problem?.status === 409 && problem.slug.endsWith('state');
  return (
    <Alert
      type="error" showIcon role="alert" style={{ marginBottom: 12 }}
      title={title ?? (isStuck ? words.titlesSchool.notNow : error.message)}
      description={lists || (isStuck ? (steps.length > 0 ? words.titlesSchool.canDo(steps.join('、')) : words.titlesSchool.nothingToDo) : title ? error.message : undefined)}
    />
  );
}
