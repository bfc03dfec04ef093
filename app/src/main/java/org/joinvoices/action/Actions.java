package org.joinvoices.action;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The letters of this house as the database has them. Reads are cached and told by NOTIFY when one
 * is published.
 */
public final class Actions {

  public Actions(DataSource dataSource) {}

  public Optional<Action> find(Slug slug) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IllegalStateException if there is none: ids are never made up
   */
  public Action get(ActionId id) {
    throw new UnsupportedOperationException();
  }

  /** All, the latest deadline first. */
  public List<Action> list() {
    throw new UnsupportedOperationException();
  }

  /**
   * A version people have joined, which may be older than {@link Action#letter()}.
   *
   * @throws IllegalStateException if there is none
   */
  public LetterVersion letter(ActionId id, int version) {
    throw new UnsupportedOperationException();
  }
}
