import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { obligationKey } from './queries';

/** Who was reminded when. */
export function Reminded({ obligation }: { obligation: string }) {
  const words = useWords();
  const told = useQuery({
    queryKey: [obligationKey, 'reminders', obligation],
    queryFn: ({ signal }) => get('GET /obligations/{obligation}/reminders', { path: { obligation }, query: { pageSize: 50 }, signal }),
  });
  if (!told.data) return null;
  return (
    <>
      <h4>{words.obligations.reminded}</h4>
      {told.data.items.length === 0 ? <p>{words.obligations.remindedNone}</p> : (
        <ul style={{ paddingInlineStart: 20 }}>
          {told.data.items.map((r) => <li key={`${r.person} ${r.on} ${r.lead} ${r.isEscalation}`}>{day(r.on)} {r.person}（{words.obligations.remindedOf(r.lead, r.isEscalation)}）</li>)}
        </ul>
      )}
    </>
  );
}
