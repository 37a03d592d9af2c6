import { Alert, Collapse, Select, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { serverNow } from '../../api/client';
import type { CareKindCount } from '../../api/schema';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { useCareOverview } from './queries';

/** How much care there was in the district, by kind, category, zone and school; small numbers are hidden and it says why. */
export default function CareOverviewPage() {
  const words = useWords();
  const thisYear = dayjs(serverNow()).year();
  const [year, setYear] = useState(thisYear);
  const found = useCareOverview(year);
  return (
    <Page title={words.care.overview}>
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="care-overview-year">{words.obligations.year}</label>
        <Select id="care-overview-year" style={{ width: 120 }} value={year} options={[0, -1, -2].map((n) => ({ value: thisYear + n, label: words.obligations.yearOf(thisYear + n) }))} onChange={setYear} />
      </div>
      <Alert type="info" showIcon title={words.care.hiddenTitle} description={words.care.hiddenWhy} style={{ marginBottom: 16 }} />
      <Loaded of={[found]}>
        {() => (found.data!.kinds.every((k) => k.total == null) ? <Nothing title={words.care.overviewNone} hint={words.care.overviewNoneHint(found.data!.least)} /> : (
          <>{found.data!.kinds.map((k) => <Kind key={k.kind} kind={k} />)}</>
        ))}
      </Loaded>
    </Page>
  );
}

function Kind({ kind: k }: { kind: CareKindCount }) {
  const words = useWords();
  if (k.total == null) return <Panel title={words.care.kindName[k.kind]}><Hidden /></Panel>;
  return (
    <Panel title={words.care.kindName[k.kind]}>
      <div className="stats" style={{ marginBottom: 16 }}>
        <Stat label={words.care.inDistrict}>{k.total}</Stat>
        {k.categories.filter((c) => c.count != null).map((c) => <Stat key={c.category} label={words.care.category[c.category]}>{c.count}</Stat>)}
      </div>
      {k.categories.some((c) => c.count == null) && <p>{words.care.otherCategories(k.categories.filter((c) => c.count == null).map((c) => words.care.category[c.category]).join('、'))}</p>}
      <Collapse
        size="small"
        items={k.zones.map((z) => ({
          key: z.zone,
          label: <>{z.name}：{z.count == null ? <Hidden /> : <b className="numeric">{z.count}</b>}</>,
          children: z.count == null ? <p style={{ margin: 0 }}>{words.care.zoneHidden}</p> : (
            <Table
              size="small" pagination={false} rowKey="school" dataSource={z.schools}
              columns={[{ title: words.home.school, dataIndex: 'name' }, { title: words.care.count, align: 'right', render: (_, s) => (s.count == null ? <Hidden /> : <span className="numeric">{s.count}</span>) }]}
            />
          ),
        }))}
      />
    </Panel>
  );
}

function Hidden() {
  const words = useWords();
  return <span>{words.care.hidden}</span>;
}
