package org.joinvoices.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import tools.jackson.databind.JsonNode;

/**
 * By whose link somebody comes to a letter; asked by pages that everybody sees. All that is kept of
 * it is a number per link: nothing tells who came by which.
 */
public interface Referrals {

  /** The partners of a letter at present, the first of them first. */
  List<Partner> partners(ActionId action);

  /**
   * A link as it is written, if there is such a one.
   *
   * @param typed whatever came in an address or a form
   */
  Optional<String> find(ActionId action, String typed);

  /** The partner whose link it is, if it is one's. */
  default Optional<Partner> partner(ActionId action, String source) {
    return partners(action).stream().filter(one -> one.word().equals(source)).findFirst();
  }

  /** What a partner is or was called; empty if there never was one. */
  Optional<String> nameOf(ActionId action, PartnerId partner);

  /** Whom a row of {@link Persons#export}'s consents names; empty text for all other kinds. */
  default String partnerOf(ActionId action, JsonNode consent) {
    return consent
        .path("partner_id")
        .stringValueOpt()
        .map(id -> new PartnerId(UUID.fromString(id)))
        .flatMap(id -> nameOf(action, id))
        .orElse("");
  }

  /** Somebody opened the page by a link; does nothing for an unknown one. */
  void visited(ActionId action, String source);

  /** A form that carried a link was stored; as before. */
  void joined(ActionId action, String source);
}
