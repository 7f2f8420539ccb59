import { test } from 'node:test';
import { open, openSheet, press, numpad, atField } from '/work/main/tests/browser/support/browser.mjs';
import { office, twin } from '/work/main/tests/browser/support/twin.mjs';
const NOW='2024-11-12T08:12:00+07:00';
const S=[32,27,5,61,54,9,41,44,40];
test('shots', async (t)=>{
  const here = await office(t,{now:NOW});
  const boxes=(v)=>v.map((value,i)=>({no:String(i+1),value:String(value)}));
  for (const s of here.regular.slice(0,12)) await here.call('set_boxes',{code:s.code,boxes:boxes(S)});
  for (const dark of [false,true]) {
    for (const h of ['an-pham','cai-dat']) {
      const page = await open(t,here.url,{hash:'#/'+h,dark});
      await page.waitForTimeout(h==='ke-hoach'||h==='an-pham'?6000:1500);
      await page.screenshot({path:`/tmp/shots/${h}-${dark?'dark':'light'}.png`});
      await page.close();
    }
  }
});
test('first', async (t)=>{
  const here = await twin(t,{now:NOW});
  for (const dark of [false,true]) { const page = await open(t,here.url,{dark}); await page.waitForTimeout(1500); await page.screenshot({path:`/tmp/shots/first-${dark?'dark':'light'}.png`}); }
});
