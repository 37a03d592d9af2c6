import { Descriptions } from 'antd';
import { Link } from 'react-router';
import type { KnownUnit as Known } from '../../api/schema';
import { points } from '../../shared/format';
import { Panel } from '../../shared/Page';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';

/** What the district knows of a unit already: nobody types it again. */
export function KnownUnit({ known, school }: { known: Known; school: string }) {
  const words = useWords();
  const own = words.titlesSchool;
  return (
    <Panel title={own.known}>
      <Descriptions
        size="small" column={{ xs: 1, sm: 2 }} items={[
          { key: 'members', label: words.organisation.members, children: known.members },
          { key: 'stage', label: words.organisation.stage, children: words.stage[known.stage] },
          { key: 'setting', label: words.organisation.setting, children: known.setting === 'rural' ? words.organisation.rural : words.organisation.urban },
          { key: 'zone', label: words.results.zone, children: known.zone },
        ]}
      />
      <h3>{own.knownResults}</h3>
      {known.results.length === 0 ? <p style={{ margin: 0 }}>{own.knownResultsNone}</p> : (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {known.results.map((r) => (
            <li key={r.round}><Link to={`/rounds/${r.round}/schools/${school}/scorecard`}>{r.roundName}</Link> · {points(r.total)} · {r.gradeName ?? words.outcome[r.outcome]}</li>
          ))}
        </ul>
      )}
      <h3>{own.knownTitles}</h3>
      {known.titles.length === 0 ? <p style={{ margin: 0 }}>{own.knownTitlesNone}</p> : (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {known.titles.map((t) => <li key={t.number}>{t.title} · {day(t.awardedOn)}{t.endedOn && ` · ${own.knownEnded(day(t.endedOn))}`}</li>)}
        </ul>
      )}
    </Panel>
  );
}
