package org.joinvoices.signing.web;

import java.util.Optional;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.MastodonServer;
import org.joinvoices.signing.ShareLinks;

/**
 * The page on which one says which server of Mastodon one uses.
 *
 * @param typed the server's name as somebody typed it; empty before they did
 * @param server what it names; empty where nothing can be made of it
 */
public record MastodonView(
    Frame frame,
    Words words,
    ShareLinks share,
    Optional<String> typed,
    Optional<MastodonServer> server) {

  public boolean isFault() {
    return typed.isPresent() && server.isEmpty();
  }
}
