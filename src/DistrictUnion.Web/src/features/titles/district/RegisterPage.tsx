import { DatePicker, Input, Select, Table, Tag } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import type { HeldTitleState, TitleView } from '../../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../../shared/Page';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { useProgrammes, useTitles } from './queries';
import { titleColor } from './words';

const pageSize = 50;

/** The register of titles; what is searched for stands in the address. */
export default function RegisterPage() {
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = (name: string) => search.get(name) ?? undefined;
  const page = Number(asked('page') ?? 1);
  const titles = useTitles({ search: asked('search'), programme: asked('programme'), state: asked('state') as HeldTitleState | undefined, dueBefore: asked('due'), page, pageSize });
  const programmes = useProgrammes();
  const ask = (name: string, value?: string) => {
    const next = new URLSearchParams(search);
    if (name !== 'page') next.delete('page');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <Page title={words.titlesDistrict.register}>
      <div className="leaf-fields" style={{ margin: '0 0 16px' }}>
        <div><label htmlFor="r-search">{words.titlesDistrict.searchUnit}</label><Input.Search id="r-search" allowClear defaultValue={asked('search')} onSearch={(text) => ask('search', text.trim())} /></div>
        <div><label htmlFor="r-programme">{words.titlesDistrict.programme}</label><Select id="r-programme" style={{ width: '100%' }} allowClear value={asked('programme')} onChange={(v?: string) => ask('programme', v)} options={programmes.data?.map((p) => ({ value: p.code, label: p.definition.name }))} /></div>
        <div><label htmlFor="r-state">{words.titlesDistrict.state}</label><Select id="r-state" style={{ width: '100%' }} allowClear value={asked('state')} onChange={(v?: string) => ask('state', v)} options={Object.entries(words.titlesDistrict.titleState).map(([value, label]) => ({ value, label }))} /></div>
        <div><label htmlFor="r-due">{words.titlesDistrict.dueUntil}</label><DatePicker id="r-due" style={{ width: '100%' }} value={asked('due') ? dayjs(asked('due')) : null} onChange={(value) => ask('due', value ? dayjs(value).format('YYYY-MM-DD') : undefined)} /></div>
      </div>
      <Loaded of={[titles, programmes]}>
        {() => (titles.data!.total === 0 ? <Nothing title={words.titlesDistrict.noRegister} hint={words.titlesDistrict.noRegisterHint} /> : (
          <Panel flush title={words.common.total(titles.data!.total)}>
            <Table<TitleView>
              rowKey="number" dataSource={titles.data!.items} scroll={{ x: 760 }}
              pagination={{ current: page, pageSize, total: titles.data!.total, hideOnSinglePage: true, showSizeChanger: false, onChange: (n) => ask('page', String(n)) }}
              columns={[
                { title: words.titlesDistrict.unit, render: (_, t) => <>{t.unitName}{t.unit !== t.school && <><br /><small>{t.schoolName}</small></>}</> },
                { title: words.titlesDistrict.title, render: (_, t) => <Link to={`/titles/${t.number}`}>{t.title}</Link> },
                { title: words.titlesDistrict.certificate, className: 'numeric', dataIndex: 'number' },
                { title: words.titlesDistrict.since, width: 115, className: 'numeric', render: (_, t) => day(t.awardedOn) },
                { title: words.titlesDistrict.dueOn, width: 115, className: 'numeric', render: (_, t) => (t.endedOn ? '—' : day(t.dueOn) || words.titlesDistrict.never) },
                { title: words.titlesDistrict.state, width: 100, render: (_, t) => <Tag color={titleColor[t.state]}>{words.titlesDistrict.titleState[t.state]}</Tag> },
              ]}
            />
          </Panel>
        ))}
      </Loaded>
    </Page>
  );
}
