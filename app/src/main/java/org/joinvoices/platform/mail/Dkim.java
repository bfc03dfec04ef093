package org.joinvoices.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.boot.ssl.pem.PemContent;

/** Signs mails for the domain of their sender, so that receivers can tell them from forged ones. */
final class Dkim {

  /**
   * RFC 6376: relaxed canonicalisation survives relays; a header named once more than it is there
   * cannot be added by others (section 8.15).
   */
  private static final String TEMPLATE =
      "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s;"
          + " h=From:From:To:To:Reply-To:Reply-To:Subject:Subject:Date:Date:Message-ID:MIME-Version:Content-Type"
          + ":Content-Language:Auto-Submitted:List-Unsubscribe:List-Unsubscribe"
          + ":List-Unsubscribe-Post:List-Unsubscribe-Post; bh=; b=;";

  private final String template;
  private final PrivateKey key;

  /**
   * @param domain of the sender
   * @param selector names the public key: it is published at SELECTOR._domainkey.DOMAIN
   * @param keyFile RSA key in PEM
   * @throws IllegalStateException if the file holds no such key
   */
  Dkim(String domain, String selector, Path keyFile) {
    template = TEMPLATE.formatted(domain, selector);
    key = read(keyFile);
  }

  private static PrivateKey read(Path file) {
    try {
      PrivateKey key = PemContent.load(file).getPrivateKey();
      if (key == null || !key.getAlgorithm().equals("RSA")) {
        throw new IllegalStateException("no RSA key in PEM: " + file);
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The saved message with its signature, fixed: what is signed is what travels. */
  SMTPMessage sign(Session session, MimeMessage message) throws MessagingException {
    try {
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      String signature =
          new DKIMSigner(template, key).sign(new ByteArrayInputStream(bytes.toByteArray()));
      int colon = signature.indexOf(':');
      var signed = new SMTPMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
      signed.addHeader(signature.substring(0, colon), signature.substring(colon + 1).strip());
      return signed;
    } catch (IOException | FailException e) {
      throw new MessagingException("cannot sign", e);
    }
  }
}
