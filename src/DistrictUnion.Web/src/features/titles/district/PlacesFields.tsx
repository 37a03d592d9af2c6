import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../shared/words';
import { OneTag } from './OneTag';
import type { ProgrammeForm } from './programmeForm';
import { knownMarks } from './words';

/** How many places there are, for whom some are kept, and how many a school may send. */
export function PlacesFields() {
  const words = useWords();
  const w = words.titlesDistrict;
  const by = Form.useWatch('placesBy') as ProgrammeForm['placesBy'] | undefined;
  const percent = <InputNumber min={0} max={100} style={{ width: '100%' }} />;
  const share = (name: number) => (
    <>
      <Form.Item name={[name, 'name']} label={w.shareName} rules={[{ required: true, whitespace: true }]}><Input maxLength={50} /></Form.Item>
      <Form.Item name={[name, 'mark']} label={w.mark} extra={w.markHint} rules={[{ required: true }]}><OneTag options={knownMarks(words)} /></Form.Item>
      <Form.Item name={[name, 'percent']} label={w.percentField} rules={[{ required: true }]}>{percent}</Form.Item>
    </>
  );
  return (
    <>
      <Form.Item name="placesBy" label={w.placesLabel}><Radio.Group options={[{ value: 'percent', label: w.byPercent }, { value: 'number', label: w.byNumber }]} /></Form.Item>
      <div className="leaf-fields" style={{ marginTop: 0 }}>
        {by === 'number'
          ? <Form.Item name={['places', 'places']} label={w.placesField} rules={[{ required: true }]}><InputNumber min={0} precision={0} style={{ width: '100%' }} /></Form.Item>
          : <Form.Item name={['places', 'percent']} label={w.percentField} extra={w.percentHint} rules={[{ required: true }]}>{percent}</Form.Item>}
        {by !== 'number' && <Form.Item name={['places', 'base']} label={w.base}><Select options={Object.entries(w.baseWord).map(([value, label]) => ({ value, label }))} /></Form.Item>}
      </div>
      <Rows list="atLeast" title={w.atLeast} addText={w.addShare}>{share}</Rows>
      <Rows list="atMost" title={w.atMost} addText={w.addShare}>{share}</Rows>
      <Rows list="nominations" title={w.nominations} hint={w.nominationsHint} addText={w.addBand}>
        {(name) => (
          <>
            <Form.Item name={[name, 'atLeast']} label={w.bandFrom} rules={[{ required: true }]}><InputNumber min={0} precision={0} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name={[name, 'count']} label={w.bandCount} rules={[{ required: true }]}><InputNumber min={0} precision={0} style={{ width: '100%' }} /></Form.Item>
          </>
        )}
      </Rows>
    </>
  );
}

function Rows({ list, title, hint, addText, children }: { list: 'atLeast' | 'atMost' | 'nominations'; title: string; hint?: string; addText: string; children: (name: number) => ReactNode }) {
  const words = useWords();
  return (
    <Form.List name={['places', list]}>
      {(rows, { add, remove }) => (
        <fieldset style={{ border: 0, padding: 0, margin: '0 0 16px', minWidth: 0 }}>
          <legend style={{ fontWeight: 600 }}>{title}</legend>
          {hint && <p style={{ margin: '0 0 8px' }}><small>{hint}</small></p>}
          {rows.map(({ key, name }) => (
            <div key={key} className="leaf-fields" style={{ marginTop: 0, alignItems: 'start' }}>
              {children(name)}
              <Button style={{ alignSelf: 'center', justifySelf: 'start' }} aria-label={`${title} ${name + 1} ${words.titlesDistrict.removed}`} onClick={() => remove(name)}>{words.titlesDistrict.removed}</Button>
            </div>
          ))}
          <Button size="small" aria-label={`${title} ${addText}`} onClick={() => add({})}>+ {addText}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
