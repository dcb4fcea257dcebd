//! The first screen: what the page shows of the example, as it can stand in the page
//! before the app does.

use super::{Outcome, Page, Trouble};

/// The app's markup, with what inputs hold as attributes. Without what only the app has
/// use for, and without what depends on the screen and on where the page is; a line for
/// each tag, so that a change can be read.
const MARKUP: &str = r"
const copy = document.getElementById('app').cloneNode(true);
const [live, still] = [document.getElementById('app'), copy].map(root => [...root.querySelectorAll('*')]);
live.forEach((element, at) => {
    if (element.type === 'checkbox' || element.type === 'radio') still[at].toggleAttribute('checked', element.checked);
    else if (element.tagName === 'INPUT' && element.type !== 'file') still[at].setAttribute('value', element.value);
    else if (element.tagName === 'OPTION') still[at].toggleAttribute('selected', element.selected);
    else if (element.tagName === 'CANVAS') ['width', 'height'].forEach(name => still[at].removeAttribute(name));
});
// A closed dialog shows nothing, and its `autofocus` is refused aloud in another page's frame.
copy.querySelectorAll('dialog').forEach(dialog => dialog.remove());
const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
const found = [];
while (comments.nextNode()) found.push(comments.currentNode);
found.forEach(comment => comment.remove());
const here = location.origin + location.pathname;
return copy.innerHTML.replaceAll(here, '').replaceAll('><', '\n><');
";

impl Page {
    /// The first screen of a visitor whose browser speaks this language.
    pub async fn first_screen(&self, language: &str) -> Outcome<String> {
        self.open("").await?;
        self.store("headroom.lang", language).await?;
        self.reload().await?;
        self.wait_until_still().await?;
        let markup = self.script(MARKUP, &[]).await?;
        markup.as_str().map(str::to_owned).ok_or_else(|| Trouble::new("the page has no markup"))
    }
}
