package org.joinvoices.coalition;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.cells.SheetText;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.signing.PartnerConsents;
import org.joinvoices.signing.PartnerId;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list a partner may have: those who said yes to it, who confirmed, and who stand by it. It is
 * fetched by a sealed link that an owner makes, that ends by itself, and at once with the
 * partnership.
 */
public final class PartnerExports {

  /** Long enough for a weekend. */
  public static final Duration LIFETIME = Duration.ofHours(72);

  /**
   * What a link opens.
   *
   * @param action whose letter it is
   */
  public record Opened(ActionId action, Partnership partnership) {}

  private final Partners partners;
  private final PartnerConsents consents;
  private final Tokens tokens;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  public PartnerExports(
      DataSource dataSource,
      Partners partners,
      PartnerConsents consents,
      Tokens tokens,
      AuditTrail audit) {
    this.partners = partners;
    this.consents = consents;
    this.tokens = tokens;
    this.audit = audit;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Makes a link for a partner.
   *
   * @return its token; empty if there is no such partner, or it has left
   */
  public Optional<String> link(ActionId action, PartnerId partner, Actor actor) {
    return partners
        .find(action, partner)
        .filter(Partnership::lasts)
        .map(
            _ -> {
              transaction.executeWithoutResult(
                  _ -> audit.append(actor, AuditAct.PARTNER_EXPORT_LINKED, action.value()));
              return tokens.issue(
                  new Claim(Purpose.PARTNER_EXPORT, action.value(), partner.value()), LIFETIME);
            });
  }

  /** What a token opens; empty if it is none, its time is over, or the partner has left. */
  public Optional<Opened> open(String token) {
    return tokens.read(Purpose.PARTNER_EXPORT, token).flatMap(this::open);
  }

  private Optional<Opened> open(Claim claim) {
    var action = new ActionId(claim.scope());
    return partners
        .find(action, new PartnerId(claim.id()))
        .filter(Partnership::lasts)
        .map(partnership -> new Opened(action, partnership));
  }

  /**
   * Writes the list as CSV (RFC 4180, UTF-8, header first): name and e-mail address, as the consent
   * says, and nothing else; text that a spreadsheet would take for a formula begins with an
   * apostrophe. First it is noted that the partner has it.
   */
  public void write(Opened opened, OutputStream out) {
    var partner = opened.partnership().partner();
    transaction.executeWithoutResult(
        _ ->
            audit.append(
                new Actor.Partner(partner.name()),
                AuditAct.PARTNER_EXPORTED,
                opened.action().value()));
    try (var csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, UTF_8))) {
      csv.writeRecord("given_name", "family_name", "email");
      consents.forEach(
          opened.action(),
          partner.id(),
          person ->
              csv.writeRecord(
                  SheetText.safe(person.name().given()),
                  SheetText.safe(person.name().family()),
                  SheetText.safe(person.email().value())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list of a partner", e);
    }
  }
}
