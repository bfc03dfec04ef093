package org.joinvoices.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1), whose names its fields bear. */
record JsonFeed(
    String version,
    String title,
    @JsonProperty("home_page_url") String home,
    @JsonProperty("feed_url") String address,
    String description,
    String language,
    List<Item> items) {

  /** The format knows authors by name, address or picture; ours have a name only. */
  record Author(String name) {}

  record Item(
      String id,
      String url,
      String title,
      @JsonProperty("content_text") String introduction,
      @JsonProperty("date_published") String published,
      @JsonProperty("date_modified") String updated,
      List<Author> authors,
      String language) {

    Item {
      authors = List.copyOf(authors);
    }

    static Item of(Feed.Item item) {
      return new Item(
          item.address(),
          item.address(),
          item.title(),
          item.introduction(),
          item.published().toString(),
          item.updated().toString(),
          item.authors().stream().map(Author::new).toList(),
          item.language());
    }
  }

  JsonFeed {
    items = List.copyOf(items);
  }

  static String of(Feed feed) {
    return JsonMapper.shared()
        .writeValueAsString(
            new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.home(),
                feed.address(),
                feed.description(),
                feed.language(),
                feed.items().stream().map(Item::of).toList()));
  }
}
