import { Alert } from 'antd';
import { Problem } from '../../api/problem';
import { useWords } from '../../shared/words';

const shown = 12;

/** Why something didn't work; rules that conflict stand one by one. */
export function Conflict({ error }: { error: Error | null }) {
  const words = useWords();
  if (!error) return null;
  const rules = error instanceof Problem ? error.problems : [];
  return (
    <Alert
      type="error" showIcon style={{ marginBottom: 12 }} title={rules.length > 0 ? words.panels.conflict : error.message}
      description={rules.length > 0 && (
        <>
          <p style={{ marginTop: 0 }}>{error.message}</p>
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {rules.slice(0, shown).map((r) => <li key={r.message}>{r.message}</li>)}
          </ul>
          {rules.length > shown && (
            <details>
              <summary>{words.common.more}（{rules.length - shown}）</summary>
              <ul style={{ margin: 0, paddingLeft: 20 }}>{rules.slice(shown).map((r) => <li key={r.message}>{r.message}</li>)}</ul>
            </details>
          )}
        </>
      )}
    />
  );
}
