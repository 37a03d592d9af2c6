import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { get, serverNow } from '../../api/client';
import { Loaded, Nothing, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { semesterOf } from './queries';
import { StateTag } from './StateTag';

/** Numbers of schools' congresses, proposals and disclosures in a school year: no names, no texts. */
export function Overview() {
  const words = useWords();
  const current = semesterOf(dayjs(serverNow()).format('YYYY-MM-DD'))[0];
  const [year, setYear] = useState(current);
  const [page, setPage] = useState(1);
  const found = useQuery({
    queryKey: ['congresses', 'overview', year, page], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('GET /congresses/overview', { query: { year, page, pageSize: 50 }, signal }),
  });
  return (
    <>
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="c-year">{words.congresses.schoolYear}</label>
        <Select id="c-year" style={{ width: 180 }} value={year} onChange={setYear} options={[current - 1, current].map((y) => ({ value: y, label: words.congresses.schoolYearOf(y) }))} />
      </div>
      <Loaded of={[found]}>
        {() => (found.data!.total === 0 ? <Nothing title={words.common.empty} /> : (
          <Panel title={words.congresses.overviewTitle} flush>
            <Table
              size="small" rowKey="school" dataSource={found.data!.items} scroll={{ x: 900 }} pagination={{ current: page, pageSize: 50, total: found.data!.total, onChange: setPage, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                { title: words.congresses.school, key: 'school', width: 180, render: (_, r) => r.name },
                { title: words.congresses.kind.congress, key: 'congress', render: (_, r) => (r.state ? <>{words.congresses.name(r.kind!, r.term!, r.session!)} <StateTag state={r.state} /></> : words.congresses.notPlanned) },
                { title: words.congresses.day, key: 'day', render: (_, r) => r.heldOn ?? r.plannedOn ?? '' },
                { title: words.congresses.presentOf, key: 'present', align: 'right', render: (_, r) => (r.present === null || r.present === undefined ? '' : `${r.present}/${r.delegates}`) },
                { title: words.congresses.counts, key: 'proposals', render: (_, r) => (r.proposals.submitted === 0 ? '' : words.congresses.proposalNumbers(r.proposals.submitted, r.proposals.accepted, r.proposals.replied, r.proposals.satisfied)) },
                { title: words.congresses.disclosedOf, key: 'disclosed', align: 'right', render: (_, r) => <Link to={`/disclosures?year=${year}&school=${r.school}`}>{r.disclosed.map((n) => `${n}/${r.categories}`).join(' · ')}</Link> },
              ]}
            />
          </Panel>
        ))}
      </Loaded>
    </>
  );
}
