package org.joinvoices.platform.web;

import jakarta.servlet.Filter;
import java.util.List;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Wires what stands around every page, the outermost filter first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbedSettings.class)
class WebConfiguration {

  /** Design decision D14. */
  private static final List<String> SECRET_PATHS =
      List.of("/confirm/", "/thanks/", "/r/", "/data/", "/authors/", "/partner/");

  @Bean
  Pages pages() {
    return new Pages();
  }

  @Bean
  Frames frames(CivicClock clock, Settings settings) {
    return new Frames(clock, settings.baseUrl());
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(Settings settings) {
    return ordered(headers(settings), Ordered.HIGHEST_PRECEDENCE);
  }

  private static SecurityHeaders headers(Settings settings) {
    return new SecurityHeaders("https".equals(settings.baseUrl().getScheme()));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerRefusals(
      ObjectProvider<ErrorPage> page, Settings settings) {
    return factory ->
        factory.addContextCustomizers(
            context ->
                context
                    .getParent()
                    .getPipeline()
                    .addValve(new ContainerRefusals(page::getObject, headers(settings))));
  }

  @Bean
  FilterRegistrationBean<QuietFailures> quietFailures() {
    return ordered(new QuietFailures(), Ordered.HIGHEST_PRECEDENCE + 1);
  }

  @Bean
  FilterRegistrationBean<OwnPostsOnly> ownPostsOnly() {
    return ordered(new OwnPostsOnly(SECRET_PATHS), Ordered.HIGHEST_PRECEDENCE + 2);
  }

  @Bean
  WebMvcRegistrations mappings() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new PrefixedMappings();
      }
    };
  }

  private static <T extends Filter> FilterRegistrationBean<T> ordered(T filter, int order) {
    var bean = new FilterRegistrationBean<>(filter);
    bean.setOrder(order);
    return bean;
  }
}
