package org.joinvoices.site;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the site's own pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbedSettings.class)
class SiteConfiguration {}
