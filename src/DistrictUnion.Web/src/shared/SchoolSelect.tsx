import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { get } from '../api/client';

interface Props {
  /** Of the form item that it stands in. */
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** Chooses schools by name or code; the service searches, so that two thousand schools need no list. */
export function SchoolSelect({ id, value, onChange }: Props) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const schools = useQuery({
    queryKey: ['schools', 'choice', search], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('GET /schools', { query: { search, pageSize: 50 }, signal }),
  });
  return (
    <Select
      id={id} mode="multiple" allowClear value={value} onChange={onChange} loading={schools.isFetching} maxTagCount={8}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      options={schools.data?.items.map((s) => ({ value: s.code, label: `${s.name}（${s.code}）` }))}
    />
  );
}
