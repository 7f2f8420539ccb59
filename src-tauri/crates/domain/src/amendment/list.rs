//! Differences of two lists.

/// A step that leads from one list to another. Steps are carried out in their order: what is removed, what is put
/// otherwise, what is added at its place, and at last the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit<T> {
    Remove(T),
    Put {
        was: T,
        now: T,
    },
    Add {
        at: usize,
        item: T,
    },
    /// The same things in another order, as they then stand.
    Order(Vec<T>),
}

/// What keeps its identity while its words change.
pub(super) trait Keyed: Clone {
    type Key: PartialEq;
    fn key(&self) -> Self::Key;
    /// Whether it says the same.
    fn same(&self, other: &Self) -> bool;
}

/// Steps from `was` to `now`. Keys are met once in each.
pub(super) fn edits<T: Keyed>(was: &[T], now: &[T]) -> Vec<Edit<T>> {
    let find = |list: &[T], item: &T| list.iter().find(|other| other.key() == item.key()).cloned();
    let mut edits = Vec::new();
    edits.extend(was.iter().filter(|item| find(now, item).is_none()).cloned().map(Edit::Remove));
    for item in now {
        if let Some(before) = find(was, item)
            && !before.same(item)
        {
            edits.push(Edit::Put { was: before, now: item.clone() });
        }
    }
    let added = (0..).zip(now).filter(|(_, item)| find(was, item).is_none());
    edits.extend(added.map(|(at, item)| Edit::Add { at, item: item.clone() }));
    let kept = |list: &[T], other: &[T]| -> Vec<T::Key> {
        list.iter().filter(|item| find(other, item).is_some()).map(Keyed::key).collect()
    };
    if kept(was, now) != kept(now, was) {
        edits.push(Edit::Order(now.to_vec()));
    }
    edits
}

/// Carries out steps on what they were made from.
pub(super) fn carry_out<T: Keyed>(was: &[T], edits: &[Edit<T>]) -> Vec<T> {
    let mut list = was.to_vec();
    for edit in edits {
        match edit {
            Edit::Remove(item) => list.retain(|other| other.key() != item.key()),
            Edit::Put { was, now } => {
                for item in list.iter_mut().filter(|item| item.key() == was.key()) {
                    *item = now.clone();
                }
            }
            Edit::Add { at, item } => list.insert((*at).min(list.len()), item.clone()),
            Edit::Order(order) => {
                list.sort_by_key(|item| order.iter().position(|other| other.key() == item.key()));
            }
        }
    }
    list
}

/// Lines that were replaced where they stood: some may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk<T> {
    /// Place of the first replaced line in the old text, from 0.
    pub at: usize,
    pub was: Vec<T>,
    pub now: Vec<T>,
}

/// Replaced lines of a text, in its order: a longest common subsequence stays.
pub(super) fn hunks<T: Clone>(was: &[T], now: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<Hunk<T>> {
    // Length of the longest common subsequence of what follows each pair of places.
    let width = now.len() + 1;
    let mut common = vec![0u32; (was.len() + 1) * width];
    for (i, old) in was.iter().enumerate().rev() {
        for (j, new) in now.iter().enumerate().rev() {
            common[i * width + j] = if same(old, new) {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let mut hunks: Vec<Hunk<T>> = Vec::new();
    let mut open = false;
    let (mut i, mut j) = (0, 0);
    while i < was.len() || j < now.len() {
        if let (Some(old), Some(new)) = (was.get(i), now.get(j))
            && same(old, new)
        {
            open = false;
            i += 1;
            j += 1;
            continue;
        }
        if !open {
            hunks.push(Hunk { at: i, was: Vec::new(), now: Vec::new() });
            open = true;
        }
        let Some(hunk) = hunks.last_mut() else { break };
        let old_goes = j == now.len() || (i < was.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]);
        if old_goes {
            hunk.was.push(was[i].clone());
            i += 1;
        } else {
            hunk.now.push(now[j].clone());
            j += 1;
        }
    }
    hunks
}

/// Carries out replacements on the text they were made from.
pub(super) fn replace<T: Clone>(was: &[T], hunks: &[Hunk<T>]) -> Vec<T> {
    let mut text = Vec::new();
    let mut next = 0;
    for hunk in hunks {
        text.extend_from_slice(&was[next..hunk.at]);
        text.extend_from_slice(&hunk.now);
        next = hunk.at + hunk.was.len();
    }
    text.extend_from_slice(&was[next..]);
    text
}
