package io.ephemeral.feishu.callback.security;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.around.CardActionInterceptor;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.core.Ordered;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Interceptor that runs handlers with the {@link Authentication} of the user who clicked,
 * in both {@code ReactiveSecurityContextHolder} and {@code SecurityContextHolder}. It is
 * the outermost interceptor.
 */
public final class OperatorInterceptor implements CardActionInterceptor, Ordered {

	static final String CONTEXT_PROPAGATION = "io.micrometer.context.ContextRegistry";

	private static final Authentication UNKNOWN = new AnonymousAuthenticationToken("feishu", "anonymousUser",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	/**
	 * Key that Spring Security's accessor of its thread local has in a Reactor context.
	 */
	private static final String THREAD_LOCAL = SecurityContext.class.getName();

	private final OperatorAuthentication authentication;

	/**
	 * Creates an interceptor.
	 * @param authentication source of the authentication
	 * @throws IllegalStateException if Micrometer's context propagation is not on the
	 * class path, because {@code SecurityContextHolder} would be empty
	 */
	public OperatorInterceptor(OperatorAuthentication authentication) {
		Assert.state(ClassUtils.isPresent(CONTEXT_PROPAGATION, null),
				"The OperatorAuthentication does not reach SecurityContextHolder without context propagation; "
						+ "add the dependency io.micrometer:context-propagation");
		this.authentication = authentication;
	}

	@Override
	public Mono<CardActionReply> intercept(CardActionEvent event, Chain chain) {
		return ApplicationCall.<Authentication>defer(() -> this.authentication.authenticate(event))
			.defaultIfEmpty(UNKNOWN)
			.flatMap((authentication) -> chain.proceed(event).contextWrite(contextOf(authentication)));
	}

	private static Context contextOf(Authentication authentication) {
		SecurityContext context = new SecurityContextImpl(authentication);
		return ReactiveSecurityContextHolder.withSecurityContext(Mono.just(context)).put(THREAD_LOCAL, context);
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
