package org.joinvoices.desk.partners;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;
import org.joinvoices.coalition.Partners;
import org.joinvoices.coalition.Partnership;
import org.joinvoices.coalition.SourceLink;
import org.joinvoices.coalition.SourceLinks;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.PartnerConsents;
import org.joinvoices.signing.PartnerId;
import org.springframework.web.util.HtmlUtils;

/** Puts partners and links of a letter into words. */
final class PartnersPages {

  static final Words WORDS = Texts.english(PartnersPages.class);

  private final Partners partners;
  private final SourceLinks links;
  private final PartnerConsents consents;
  private final URI house;

  PartnersPages(Partners partners, SourceLinks links, PartnerConsents consents, URI house) {
    this.partners = partners;
    this.links = links;
    this.consents = consents;
    this.house = house;
  }

  static String path(Action action) {
    return "/desk/actions/" + action.slug();
  }

  PartnersView view(
      DeskFrame desk,
      Action action,
      PartnerForm partner,
      LinkForm link,
      Optional<String> done,
      Optional<PartnersView.Export> export) {
    List<SourceLink> all = links.list(action.id());
    return new PartnersView(
        desk,
        action.letter().in(WORDS.language()).title(),
        path(action),
        partners(action, all),
        all.stream().filter(one -> one.partner().isEmpty()).map(one -> link(action, one)).toList(),
        partner,
        link,
        done,
        export);
  }

  private List<PartnersView.Line> partners(Action action, List<SourceLink> all) {
    Map<PartnerId, SourceLink> own =
        all.stream()
            .filter(one -> one.partner().isPresent())
            .collect(Collectors.toMap(one -> one.partner().orElseThrow(), one -> one));
    Map<PartnerId, Long> yes = consents.count(action.id());
    return partners.list(action.id()).stream()
        .map(
            one ->
                line(
                    action,
                    one,
                    Optional.ofNullable(own.get(one.partner().id())),
                    yes.getOrDefault(one.partner().id(), 0L)))
        .toList();
  }

  private PartnersView.Line line(
      Action action, Partnership one, Optional<SourceLink> link, long yes) {
    Partner partner = one.partner();
    return new PartnersView.Line(
        partner,
        house + "/actions/" + action.slug() + "/with/" + partner.word(),
        frame(action, partner),
        moment(one.since(), action),
        one.ended().map(at -> moment(at, action)),
        told(link.map(SourceLink::visits).orElse(0L)),
        told(link.map(SourceLink::joined).orElse(0L)),
        told(yes));
  }

  private String frame(Action action, Partner partner) {
    return "<iframe src=\"%s/embed/actions/%s?from=%s\" title=\"%s\" width=\"100%%\" height=\"520\" loading=\"lazy\"></iframe>"
        .formatted(
            house,
            action.slug(),
            partner.word(),
            HtmlUtils.htmlEscape(action.letter().in(action.defaultLanguage()).title(), "UTF-8"));
  }

  private PartnersView.Link link(Action action, SourceLink one) {
    return new PartnersView.Link(
        one.label(),
        house + "/actions/" + action.slug() + "?from=" + one.name(),
        told(one.visits()),
        told(one.joined()));
  }

  PartnersView.Export export(Partner partner, String token, Instant until, Action action) {
    return new PartnersView.Export(
        partner.name(), house + "/partner/" + token, moment(until, action));
  }

  private static String told(long number) {
    var told = SourceLink.told(number);
    return told.isPresent()
        ? WORDS.formats().number(told.getAsLong())
        : WORDS.get("partners.few", SourceLink.FEWEST);
  }

  private static String moment(Instant instant, Action action) {
    return WORDS.formats().shortMoment(instant.atZone(action.deadline().getZone()));
  }
}
