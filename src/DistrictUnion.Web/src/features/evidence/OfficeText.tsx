import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useWords } from '../../shared/words';
import type { FileSource, ShownFile } from './queries';

/** The words of an Office file; a workbook's as tables, slides one after another. */
export function OfficeText({ source, file }: { source: FileSource; file: ShownFile }) {
  const words = useWords();
  const text = useQuery({
    queryKey: ['evidence-text', ...source.key, file.id, file.number],
    queryFn: ({ signal }) => source.textOf(file, signal),
    retry: false,
  });
  if (text.error) return <Alert type="warning" showIcon title={text.error.message} />;
  if (!text.data) return <Skeleton active />;
  const isWorkbook = file.mediaType.includes('spreadsheetml');
  const isSlides = file.mediaType.includes('presentationml');
  return (
    <>
      <p style={{ marginTop: 0 }}><small>{words.preview.textOnly}</small></p>
      {text.data.parts.every((p) => p.text === '') && <Alert type="info" showIcon title={words.preview.noText} />}
      {text.data.parts.map((part, i) => (
        <section key={i} style={{ marginBottom: 16 }}>
          {(isSlides || part.name) && <h3 style={{ fontSize: 15, margin: '0 0 6px' }}>{isSlides ? words.preview.slide(i + 1) : part.name}</h3>}
          {isWorkbook ? <Rows text={part.text} name={part.name ?? file.name} /> : <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.8 }}>{part.text}</div>}
        </section>
      ))}
      {text.data.isCut && <Alert type="info" showIcon title={words.preview.cut} />}
    </>
  );
}

/** Rows that are drawn at once; more would make a phone stop. */
const mostRows = 500;

function Rows({ text, name }: { text: string; name: string }) {
  const words = useWords();
  const rows = text === '' ? [] : text.split('\n');
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={name}>
      <table style={{ borderCollapse: 'collapse', fontSize: 13 }}>
        <tbody>
          {rows.slice(0, mostRows).map((row, r) => (
            <tr key={r}>{row.split('\t').map((cell, c) => <td key={c} style={{ border: '1px solid rgba(128,140,150,.35)', padding: '2px 8px', whiteSpace: 'pre-wrap', minWidth: 40 }}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p><small>{words.preview.moreRows(rows.length - mostRows)}</small></p>}
    </div>
  );
}
