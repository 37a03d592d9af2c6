import { Alert } from 'antd';
import { Problem } from '../../../api/problem';
import { useWords } from '../../../shared/words';

/** Why something was refused, one by one, and what is possible instead. */
export function Refused({ error, besideFields = [] }: { error: Error | null; besideFields?: string[] }) {
  const words = useWords();
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.isStale) return <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={words.titlesDistrict.stale} />;
  const isBeside = (path: string) => besideFields.includes(path.split(/[.[]/)[0]!);
  const reasons = [
    ...(problem?.problems ?? []).map((p) => p.message),
    ...Object.entries(problem?.fields ?? {}).filter(([path]) => !isBeside(path)).flatMap(([, messages]) => messages),
  ];
  const allowed = (problem?.allowed ?? []).map((step) => words.titlesDistrict.step[step]).filter(Boolean);
  return (
    <Alert
      type="error" showIcon style={{ marginBottom: 12 }} title={error.message}
      description={(reasons.length > 0 || allowed.length > 0) && (
        <>
          {reasons.length > 0 && <ul style={{ margin: 0, paddingLeft: 20 }}>{[...new Set(reasons)].map((reason) => <li key={reason}>{reason}</li>)}</ul>}
          {allowed.length > 0 && <div>{words.titlesDistrict.can}{allowed.join('、')}</div>}
        </>
      )}
    />
  );
}
