package org.joinvoices.accountability;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.web.FileType;

/** What a response must be like to be recorded. */
final class ResponseRules {

  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_LINK = 2_000;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Districts districts;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  ResponseRules(Districts districts, InstantSource clock) {
    this.districts = districts;
    this.clock = clock;
  }

  Optional<ResponseFault> findFault(ResponseDraft draft, Action action) {
    return dayFault(draft, action)
        .or(() -> officeFault(draft, action))
        .or(() -> stanceFault(draft, action))
        .or(() -> wordsFault(draft))
        .or(() -> evidenceFault(draft));
  }

  /** Who held the seat that day; empty for addressees. */
  Optional<String> holder(ResponseDraft draft) {
    return switch (draft.from()) {
      case Responder.Named _ -> Optional.empty();
      case Responder.Member(var seat) -> holder(seat, draft.saidOn());
    };
  }

  private Optional<String> holder(Seat seat, LocalDate day) {
    return districts.officeholder(seat, day).map(Officeholder::name);
  }

  private Optional<ResponseFault> dayFault(ResponseDraft draft, Action action) {
    ZoneId zone = action.deadline().getZone();
    if (draft.saidOn().isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
      return Optional.of(ResponseFault.DAY_IN_THE_FUTURE);
    }
    return draft.saidOn().isBefore(LocalDate.ofInstant(action.opens(), zone))
        ? Optional.of(ResponseFault.DAY_BEFORE_THE_LETTER)
        : Optional.empty();
  }

  private Optional<ResponseFault> officeFault(ResponseDraft draft, Action action) {
    return switch (draft.from()) {
      case Responder.Named(var id) ->
          action.addressees().stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .map(one -> termFault(one, draft, action))
              .orElse(Optional.of(ResponseFault.ADDRESSEE_UNKNOWN));
      case Responder.Member(var seat) ->
          holder(seat, draft.saidOn()).isPresent()
              ? Optional.empty()
              : Optional.of(ResponseFault.SEAT_UNKNOWN);
    };
  }

  /** An office changes hands within a day: whoever held it at some moment of the day will do. */
  private static Optional<ResponseFault> termFault(
      Addressee addressee, ResponseDraft draft, Action action) {
    ZoneId zone = action.deadline().getZone();
    var begins = draft.saidOn().atStartOfDay(zone).toInstant();
    var ends = draft.saidOn().plusDays(1).atStartOfDay(zone).toInstant();
    boolean held =
        addressee.validFrom().map(from -> from.isBefore(ends)).orElse(true)
            && addressee.validTo().map(begins::isBefore).orElse(true);
    return held ? Optional.empty() : Optional.of(ResponseFault.ADDRESSEE_NOT_IN_OFFICE);
  }

  private static Optional<ResponseFault> stanceFault(ResponseDraft draft, Action action) {
    if (draft.stances().isEmpty()) {
      return Optional.of(ResponseFault.STANCE_MISSING);
    }
    if (draft.stances().containsKey(Response.WHOLE) && draft.stances().size() > 1) {
      return Optional.of(ResponseFault.WHOLE_AND_DEMANDS);
    }
    boolean known =
        draft.stances().keySet().stream()
            .allMatch(
                number ->
                    number == Response.WHOLE
                        || action.letter().original().demands().stream()
                            .anyMatch(demand -> demand.number() == number));
    return known ? Optional.empty() : Optional.of(ResponseFault.DEMAND_UNKNOWN);
  }

  private static Optional<ResponseFault> wordsFault(ResponseDraft draft) {
    return textFault(
            draft.words(), LONGEST_WORDS, ResponseFault.WORDS_MISSING, ResponseFault.WORDS_TOO_LONG)
        .or(
            () ->
                LANGUAGES.contains(draft.language())
                    ? Optional.empty()
                    : Optional.of(ResponseFault.LANGUAGE_UNKNOWN));
  }

  static Optional<ResponseFault> reasonFault(String reason) {
    return textFault(
        reason, LONGEST_REASON, ResponseFault.REASON_MISSING, ResponseFault.REASON_TOO_LONG);
  }

  private static Optional<ResponseFault> textFault(
      String typed, int longest, ResponseFault missing, ResponseFault tooLong) {
    String text = line(typed);
    if (text.isEmpty()) {
      return Optional.of(missing);
    }
    if (text.codePointCount(0, text.length()) > longest) {
      return Optional.of(tooLong);
    }
    return text.indexOf('\uFFFD') >= 0
        ? Optional.of(ResponseFault.WORDS_UNREADABLE)
        : Optional.empty();
  }

  /** One line, whatever was pasted. */
  static String line(String typed) {
    return typed.replaceAll("[\\p{Cntrl}\\s\\p{Z}]+", " ").strip();
  }

  private static Optional<ResponseFault> evidenceFault(ResponseDraft draft) {
    if (draft.link().isBlank() && draft.file().size() == 0) {
      return Optional.of(ResponseFault.EVIDENCE_MISSING);
    }
    if (!draft.link().isBlank() && !isLink(draft.link().strip())) {
      return Optional.of(ResponseFault.LINK_WRONG);
    }
    return draft.file().size() == 0 ? Optional.empty() : fileFault(draft.file().toByteArray());
  }

  static Optional<ResponseFault> fileFault(byte[] file) {
    if (file.length > ResponseEvidence.LARGEST) {
      return Optional.of(ResponseFault.FILE_TOO_LARGE);
    }
    return FileType.of(file).isPresent()
        ? Optional.empty()
        : Optional.of(ResponseFault.FILE_OF_OTHER_TYPE);
  }

  /** An address of the web that names a host, and nobody's password. */
  private static boolean isLink(String text) {
    if (text.length() > LONGEST_LINK) {
      return false;
    }
    try {
      var address = new URI(text);
      return "https".equals(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
