package org.joinvoices.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.LetterMark;

/**
 * One filled form, parsed: every value is of the form it should have.
 *
 * @param letter the words shown on the page
 * @param phone {@code NNN-NNN-NNNN} or empty text
 * @param address of the supporter; for {@link Act#LETTER} its parts may be empty text
 * @param language of page and mails, BCP 47
 * @param ownWords the personal text, at most 10,000 characters (CWC's bound), or empty text
 * @param consentOwnWords own words may appear in the petition book
 * @param minor under 16, therefore {@link Act#LETTER} only
 * @param partner whom the signer wants to hear from; left out of what tells forms apart where there
 *     is none
 */
public record SignRequest(
    ActionId action,
    LetterMark letter,
    Act act,
    PersonName name,
    EmailAddress email,
    String phone,
    PostalAddress address,
    String language,
    String ownWords,
    boolean consentOwnWords,
    Display display,
    boolean replyWanted,
    boolean consentUpdates,
    boolean consentFollowup,
    boolean minor,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PartnerYes> partner) {

  /** The same, of somebody who ticked the box of a partner. */
  public SignRequest sayingYesTo(Partner said) {
    return new SignRequest(
        action,
        letter,
        act,
        name,
        email,
        phone,
        address,
        language,
        ownWords,
        consentOwnWords,
        display,
        replyWanted,
        consentUpdates,
        consentFollowup,
        minor,
        Optional.of(new PartnerYes(said.id(), said.name())));
  }

  @Override
  public String toString() {
    return "SignRequest[hidden]";
  }
}
