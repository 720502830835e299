// What an ASP.NET WebForms page does around its controls, written anew for this page (N-2, A-17, A-18).
'use strict';

(() => {
  const outerForm = document.getElementById('aspnetForm');
  const panel = document.getElementById('ctl00_pnlYKien');

  // The default button: Enter anywhere but in a text area, on a link or on a button presses it.
  outerForm.addEventListener('keypress', (event) => {
    const { localName, type } = event.target;
    if (event.key !== 'Enter' || type === 'submit') return;
    if (['textarea', 'a', 'button'].includes(localName)) return;
    document.getElementById('ctl00_btnTimKiem').click();
    event.preventDefault();
  });

  // Its own hidden fields go along with a comment, as they stand when it is sent.
  const bindPanel = () => {
    panel.querySelector('reader-comment-form').extraFields = () => ({
      __VIEWSTATE: outerForm.elements['__VIEWSTATE'].value,
      __EVENTVALIDATION: outerForm.elements['__EVENTVALIDATION'].value,
    });
  };
  bindPanel();

  // An update panel: what is inside is thrown away and made anew from the HTML of the server.
  const served = document.createElement('template');
  for (const node of panel.childNodes) served.content.append(node.cloneNode(true));
  document.getElementById('ctl00_lnkTaiLai').addEventListener('click', (event) => {
    event.preventDefault();
    panel.replaceChildren(document.importNode(served.content, true));
    bindPanel();
    const time = new Date().toLocaleTimeString('vi');
    document.getElementById('ctl00_lblTaiLai').textContent = `Đã tải lại lúc ${time}.`;
  });

  // The words a search has posted back.
  const words = new URLSearchParams(location.search).get('tim')?.trim();
  if (words) {
    const items = [...document.querySelectorAll('#ctl00_rptBaiKhac li')];
    const fits = (item) => item.textContent.toLowerCase().includes(words.toLowerCase());
    for (const item of items) item.hidden = !fits(item);
    document.getElementById('ctl00_txtTuKhoa').value = words;
    document.getElementById('ctl00_lblKetQua').textContent =
      `Có ${items.filter(fits).length} bài khớp với từ khóa “${words}”.`;
  }
})();
