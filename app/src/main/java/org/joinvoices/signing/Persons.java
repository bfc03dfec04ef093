package org.joinvoices.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One person among the signatures of a letter: who asks for the own data, or for its end. */
public final class Persons {

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Fingerprints fingerprints;
  private final Signatures signatures;
  private final JsonMapper json = JsonMapper.shared();

  public Persons(DataSource dataSource, Vault vault, Signatures signatures) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.fingerprints = Fingerprints.reading(dataSource, vault);
    this.signatures = signatures;
  }

  /**
   * Every signature from one mailbox, the earliest first; its people may be two. Empty also when
   * the letter's key is destroyed: then nobody can tell.
   *
   * @param email as the person gives it; what makes two addresses one mailbox does not matter
   */
  public List<SignatureKey> find(ActionId action, EmailAddress email) {
    if (vault.isDestroyed(action.value())) {
      return List.of();
    }
    byte[] mailbox = fingerprints.mailbox(action, email).toByteArray();
    return keys(
        action,
        jdbc.sql(
                "SELECT id FROM signature WHERE action_id = ? AND mailbox_hash = ? ORDER BY signed_at, id")
            .params(action.value(), mailbox)
            .query(UUID.class)
            .list());
  }

  /** This signature and all others of the same person in this letter. */
  public List<SignatureKey> listSame(SignatureKey key) {
    return keys(
        key.action(),
        jdbc.sql(
                """
                SELECT s.id FROM signature s
                WHERE s.action_id = :action AND (s.id = :id OR (s.mailbox_hash, s.person_hash) = (
                  SELECT mailbox_hash, person_hash FROM signature WHERE action_id = :action AND id = :id))
                ORDER BY s.signed_at, s.id
                """)
            .param("action", key.action().value())
            .param("id", key.signature().value())
            .query(UUID.class)
            .list());
  }

  private static List<SignatureKey> keys(ActionId action, List<UUID> ids) {
    return ids.stream().map(id -> new SignatureKey(action, new SignatureId(id))).toList();
  }

  /**
   * All that is held of one signature in the tables of signing, column by column so that none can
   * be forgotten, and what is sealed there, opened.
   */
  public JsonNode export(SignatureKey key) {
    ObjectNode all =
        (ObjectNode)
            json.readTree(
                jdbc.sql(
                        """
                        SELECT jsonb_build_object(
                          'signature', to_jsonb(s) - 'sealed_contact' - 'sealed_own_words',
                          'consents', (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM consent c
                            WHERE c.action_id = s.action_id AND c.signature_id = s.id),
                          'events', (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.seq), '[]')
                            FROM signature_event e WHERE e.action_id = s.action_id AND e.signature_id = s.id))
                        FROM signature s WHERE s.action_id = ? AND s.id = ?
                        """)
                    .params(key.action().value(), key.signature().value())
                    .query(String.class)
                    .single());
    Optional<Constituent> person = signatures.findConstituent(key);
    all.set("contact", json.valueToTree(person.map(Persons::contact)));
    return all;
  }

  /** Who it is, as typed. */
  private record Contact(
      PersonName name, String email, String phone, PostalAddress address, String ownWords) {

    @Override
    public String toString() {
      return "Contact[hidden]";
    }
  }

  private static Contact contact(Constituent person) {
    return new Contact(
        person.name(), person.email().value(), person.phone(), person.address(), person.ownWords());
  }
}
