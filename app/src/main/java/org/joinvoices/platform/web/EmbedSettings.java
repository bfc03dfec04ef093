package org.joinvoices.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may show our pages within theirs.
 *
 * @param hosts sites such as {@code https://www.example.org}; none by default
 */
@ConfigurationProperties("joinvoices.embed")
public record EmbedSettings(@DefaultValue List<String> hosts) {
  public EmbedSettings {
    hosts = List.copyOf(hosts);
  }
}
