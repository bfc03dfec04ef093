package org.joinvoices.site;

import java.time.Instant;
import java.util.List;

/**
 * Letters as feed readers take them, the newest first. Nothing in it counts, so that it changes
 * with its letters only.
 *
 * @param language of title and description
 * @param home absolute address of the page it belongs to
 * @param address absolute, of itself
 */
record Feed(
    String language,
    String title,
    String description,
    String home,
    String address,
    List<Item> items) {

  /**
   * A letter that has opened.
   *
   * @param address absolute, of its page; what it is known by, too
   * @param authors as they wish to be shown
   * @param published when people could first join
   * @param updated when something about it was last published, at the earliest when it opened
   * @param introduction plain text
   */
  record Item(
      String address,
      String language,
      String title,
      List<String> authors,
      Instant published,
      Instant updated,
      String introduction) {

    Item {
      authors = List.copyOf(authors);
    }
  }

  Feed {
    items = List.copyOf(items);
  }

  /** When it last changed; one without letters never did, and Atom wants to be told a moment. */
  Instant updated() {
    return items.stream().map(Item::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
