import { Progress, Segmented, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import type { CompletenessView, SchoolCompleteness, ZoneCompleteness } from '../../api/schema';
import { percent } from '../../shared/format';
import { Panel } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';

const colours: Record<string, string> = { onTime: 'success', late: 'warning', returned: 'error', missing: 'default' };

/** Who has handed in: zones as bars, schools as tiles or as a table. */
export function SchoolTiles({ completeness, onOpen }: { completeness: CompletenessView; onOpen: (school: string) => void }) {
  const words = useWords();
  const [asTable, setAsTable] = useState(false);
  const [zone, setZone] = useState<string>();
  const schools = completeness.schools.filter((s) => !zone || s.zone === zone);
  const wordOf = (state: string) => words.completeness[state as keyof typeof words.completeness];
  return (
    <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))' }}>
      <Panel title={words.home.zones} flush>
        <Table<ZoneCompleteness>
          size="small" rowKey="zone" pagination={false} dataSource={completeness.zones}
          onRow={(z) => ({ onClick: () => setZone(z.zone === zone ? undefined : z.zone), style: { cursor: 'pointer' } })}
          columns={[
            { title: words.home.zone, dataIndex: 'name' },
            { title: words.home.submitted, width: '45%', render: (_, z) => <Progress aria-label={z.name} percent={z.expected ? Math.round((100 * z.submitted) / z.expected) : 0} size="small" format={() => `${z.submitted}/${z.expected}`} /> },
            { title: words.home.onTime, align: 'right', className: 'numeric', render: (_, z) => percent(z.submitted ? (100 * z.onTime) / z.submitted : null) },
            { title: words.home.late, align: 'right', dataIndex: 'late' },
            { title: words.completeness.returned, align: 'right', dataIndex: 'returned' },
            { title: words.deadline.extended, align: 'right', dataIndex: 'extended' },
          ]}
        />
      </Panel>
      <div style={{ gridColumn: 'span 2', minWidth: 0 }}>
        <Panel
          title={words.home.schools}
          extra={(
            <Space wrap>
              <Select aria-label={words.home.zone} allowClear placeholder={words.home.zone} size="small" style={{ minWidth: 110 }} value={zone} onChange={setZone} options={completeness.zones.map((z) => ({ value: z.zone, label: z.name }))} />
              <Segmented size="small" value={asTable ? 'table' : 'tiles'} onChange={(v) => setAsTable(v === 'table')} options={[{ value: 'tiles', label: words.common.showChart }, { value: 'table', label: words.common.showTable }]} />
            </Space>
          )}
        >
          {asTable ? (
            <Table<SchoolCompleteness>
              size="small" rowKey="school" dataSource={schools} virtual scroll={{ y: 320 }} pagination={false}
              columns={[
                { title: words.home.school, dataIndex: 'name', width: 160, render: (name, s) => <a href={`#${s.school}`} onClick={(e) => { e.preventDefault(); onOpen(s.school); }}>{name}</a> },
                { title: words.home.zone, width: 100, render: (_, s) => completeness.zones.find((z) => z.zone === s.zone)?.name },
                { title: words.home.state, width: 90, render: (_, s) => <><Tag color={colours[s.state]}>{wordOf(s.state)}</Tag>{s.extended && <Tag>{words.deadline.extended}</Tag>}</> },
                { title: words.rounds.received, width: 140, render: (_, s) => moment(s.receivedAt) },
              ]}
            />
          ) : (
            <ul className="tiles" style={{ maxHeight: 340, overflowY: 'auto' }}>
              {schools.map((s) => (
                <li key={s.school}>
                  <button type="button" className={`tile ${s.state}`} onClick={() => onOpen(s.school)}>
                    {s.name}
                    <small>{wordOf(s.state)}{s.extended ? ` · ${words.deadline.extended}` : ''}{s.daysLate ? ` · ${words.rounds.daysLate(s.daysLate)}` : ''}</small>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}
