package org.joinvoices.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets, under {@code joinvoices.*}; a demo sets all of it by itself.
 *
 * @param baseUrl public address of this house without trailing slash; links in mails begin with it
 * @param home folder of this house's data: embedded database, demo files
 * @param masterKeyFile Tink keyset in JSON that wraps every data key; outside the database and its
 *     backups
 * @param keyStore folder of the data keys, a file per action; outside the database and its backups
 * @param mail how mails leave
 * @param house the gateway of the U.S. House
 * @param senate the gateway of the U.S. Senate
 * @param agent who delivers, as registered with the gateways
 * @param newCongress when nothing is sent to Congress because it changes hands
 * @param limits what is usual of those who sign
 * @param mailboxes what is known of mail domains
 * @param geocoder who is asked where a street lies; null where nobody is
 */
@ConfigurationProperties("joinvoices")
public record Settings(
    URI baseUrl,
    Path home,
    Path masterKeyFile,
    Path keyStore,
    Mail mail,
    Gateway house,
    Gateway senate,
    Agent agent,
    @DefaultValue NewCongress newCongress,
    @DefaultValue Limits limits,
    @DefaultValue Mailboxes mailboxes,
    @Nullable Geocoder geocoder) {

  /**
   * @param host SMTP server
   * @param port its port
   * @param from envelope and header sender
   * @param user login at the server; null where it asks for none
   * @param password of that login
   * @param tls whether mails travel by STARTTLS or not at all
   * @param dkim how we sign mails; null where we do not
   * @param perSecond most mails a second, all together
   * @param perSecondPerProvider most mails a second to one receiving provider
   * @param bounces where mails come back to; null where the sender's own mailbox takes them
   */
  public record Mail(
      String host,
      int port,
      String from,
      @Nullable String user,
      @Nullable String password,
      boolean tls,
      @Nullable Dkim dkim,
      int perSecond,
      int perSecondPerProvider,
      @Nullable Bounces bounces) {

    @Override
    public String toString() {
      return "Mail[" + host + ":" + port + ", login hidden]";
    }
  }

  /**
   * Mails that come back.
   *
   * @param address envelope sender of every mail; what tells the mail is added to it after a plus
   * @param mailbox where it is read, {@code imaps://HOST} or {@code imap://HOST:PORT}
   * @param user login there
   * @param password of that login
   */
  public record Bounces(String address, URI mailbox, String user, String password) {

    @Override
    public String toString() {
      return "Bounces[" + address + ", login hidden]";
    }
  }

  /**
   * A signature of ours on every mail (RFC 6376), for the domain of the sender.
   *
   * @param selector names the public key among those of the domain
   * @param keyFile RSA key in PEM
   */
  public record Dkim(String selector, Path keyFile) {}

  /**
   * A CWC gateway.
   *
   * @param url base address, such as {@code https://cwc.house.gov}
   * @param key API key; travels in the query string, so no URL of a gateway is ever logged
   * @param timeout how long to wait for an answer before calling it unclear
   * @param perSecond most messages a second
   * @param validate whether the House is asked first whether it would take a message; of no meaning
   *     at the Senate
   */
  public record Gateway(
      URI url,
      String key,
      Duration timeout,
      int perSecond,
      @DefaultValue("true") boolean validate) {

    @Override
    public String toString() {
      return "Gateway[" + url + ", key hidden]";
    }
  }

  /**
   * The quiet gap around noon on 3 January of odd years, when a Congress begins.
   *
   * @param quietBefore how long before it nothing is sent any more
   * @param quietAfter how long after it nothing is sent yet
   */
  public record NewCongress(
      @DefaultValue("1d") Duration quietBefore, @DefaultValue("4d") Duration quietAfter) {}

  /**
   * What is usual of those who sign, for each process; more is looked at, twenty times more waits.
   *
   * @param perNetworkPerHour forms from one network
   * @param perDomainPerMinute forms for one letter with addresses of one mail domain
   */
  public record Limits(
      @DefaultValue("300") int perNetworkPerHour, @DefaultValue("300") int perDomainPerMinute) {}

  /**
   * Files of the operator's instead of ours.
   *
   * @param rulesFile when two addresses are one mailbox; null for ours
   * @param throwawayFile domains of mailboxes for some minutes; null for ours
   */
  public record Mailboxes(@Nullable Path rulesFile, @Nullable Path throwawayFile) {}

  /**
   * A geocoder.
   *
   * @param kind {@code census}, {@code nominatim} or {@code photon}
   * @param url base address without trailing slash; null for the public server of the kind
   * @param timeout how long somebody who signs waits for it at most
   */
  public record Geocoder(String kind, @Nullable URI url, Duration timeout) {}

  /**
   * CWC's DeliveryAgent.
   *
   * @param name 4 to 500 characters, exactly as registered
   * @param ackEmail where gateways send acknowledgements
   * @param contactName 6 to 500 characters
   * @param contactEmail of the operator
   * @param contactPhone {@code NNN-NNN-NNNN}
   */
  public record Agent(
      String name, String ackEmail, String contactName, String contactEmail, String contactPhone) {}
}
