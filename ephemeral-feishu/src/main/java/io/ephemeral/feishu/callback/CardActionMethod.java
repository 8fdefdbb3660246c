package io.ephemeral.feishu.callback;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import io.ephemeral.feishu.card.CardContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Handler that calls a method with {@link CardAction}.
 */
final class CardActionMethod implements CardActionHandler {

	private static final Set<Class<?>> REPLIES = Set.of(CardActionReply.class, void.class, Void.class);

	private final Set<String> actions;

	private final @Nullable ActionRecords records;

	private final Supplier<Object> bean;

	private final Method declared;

	private final Method method;

	private final List<Function<CardActionEvent, Object>> arguments;

	private final FormValidator validator;

	private final Locale defaultLocale;

	private final boolean reactive;

	private final Scheduler scheduler;

	/**
	 * Creates a handler.
	 * @param actions names of the actions; empty if a parameter has the action
	 * @param declared method in the source of the application
	 * @param method method to call on the bean, which may be a proxy
	 * @param scheduler scheduler that runs the method
	 */
	CardActionMethod(Collection<String> actions, Supplier<Object> bean, Method declared, Method method,
			FormValidator validator, Locale defaultLocale, Scheduler scheduler) {
		this.bean = bean;
		this.declared = declared;
		this.records = records();
		Assert.state(actions.isEmpty() != (this.records == null),
				() -> "@CardAction on " + this + " needs either a name or a parameter that is a TypedAction");
		this.actions = (this.records != null) ? this.records.names() : Set.copyOf(actions);
		this.method = method;
		this.validator = validator;
		this.defaultLocale = defaultLocale;
		this.arguments = Arrays.stream(declared.getParameters()).map(this::argument).toList();
		ResolvableType returned = ResolvableType.forMethodReturnType(declared);
		this.reactive = Mono.class.isAssignableFrom(returned.resolve(void.class));
		Class<?> reply = (this.reactive ? returned.as(Mono.class).getGeneric() : returned).resolve(Object.class);
		Assert.state(REPLIES.contains(reply) || CardContent.class.isAssignableFrom(reply), () -> this
				+ " must return CardActionReply, a card or void, or a Mono of one of these, but returns " + returned);
		this.scheduler = scheduler;
		ReflectionUtils.makeAccessible(method);
	}

	private @Nullable ActionRecords records() {
		List<Class<?>> types = Arrays.stream(this.declared.getParameters())
			.<Class<?>>map(Parameter::getType)
			.filter(TypedAction.class::isAssignableFrom)
			.toList();
		Assert.state(types.size() <= 1, () -> this + " must not have more than one parameter that is a TypedAction");
		return types.isEmpty() ? null : new ActionRecords(types.get(0).asSubclass(TypedAction.class));
	}

	/** Returns the actions that need a handler if this one is there. */
	Set<Class<? extends TypedAction>> relatives() {
		return (this.records != null) ? this.records.relatives() : Set.of();
	}

	/** Returns whether a parameter is read from a form or a value. */
	static boolean isBound(Parameter parameter) {
		return TypedAction.class.isAssignableFrom(parameter.getType())
				|| (parameter.getType().isRecord() && !isNamed(parameter.getType()));
	}

	private static boolean isNamed(Class<?> type) {
		return type == ChatId.class || type == MessageId.class || type == TenantKey.class
				|| Viewer.class.isAssignableFrom(type);
	}

	private Function<CardActionEvent, Object> argument(Parameter parameter) {
		Class<?> type = parameter.getType();
		ActionRecords records = this.records;
		if (records != null && TypedAction.class.isAssignableFrom(type)) {
			return (event) -> validated(records.read(event));
		}
		if (type == CardActionEvent.class) {
			return (event) -> event;
		}
		if (type == Viewer.class) {
			return CardActionEvent::operator;
		}
		if (type == ChatId.class) {
			return CardActionEvent::chat;
		}
		if (type == MessageId.class) {
			return CardActionEvent::messageId;
		}
		if (type == TenantKey.class) {
			return CardActionMethod::tenantKey;
		}
		if (type == Locale.class) {
			return this::locale;
		}
		if (type == ZoneId.class) {
			return CardActionMethod::zone;
		}
		Assert.state(isBound(parameter),
				() -> "The library has no value for the parameter '" + parameter.getName() + "' of " + this
						+ ". Use a record for a form or a value, or one of the types CardActionEvent, Viewer, "
						+ "ChatId, MessageId, TenantKey, Locale and ZoneId");
		String unreadable = FormBinder.findUnreadable(type);
		Assert.state(unreadable == null,
				() -> "The library cannot convert JSON to the parameter '" + parameter.getName() + "' of " + this + ": "
						+ unreadable
						+ ". Use a type that Jackson can create, such as a String, a number, a date or an enum");
		boolean value = parameter.isAnnotationPresent(ActionValue.class);
		return (event) -> validated(value ? event.value(type) : event.form(type));
	}

	private static TenantKey tenantKey(CardActionEvent event) {
		TenantKey tenantKey = event.tenantKey();
		Assert.state(tenantKey != null, () -> "The click " + event.loggedId() + " has no tenant_key");
		return tenantKey;
	}

	private Locale locale(CardActionEvent event) {
		Locale locale = event.locale();
		return (locale != null) ? locale : this.defaultLocale;
	}

	private static ZoneId zone(CardActionEvent event) {
		ZoneId zone = event.zone();
		return (zone != null) ? zone : ZoneId.systemDefault();
	}

	private <T> T validated(T form) {
		Toast complaint = complaint(form);
		if (complaint != null) {
			throw new InvalidFormException(complaint);
		}
		return form;
	}

	private @Nullable Toast complaint(Object form) {
		try {
			return this.validator.validate(form);
		}
		catch (RuntimeException | Error ex) {
			throw new IllegalStateException("The validation of " + form.getClass().getName() + " failed",
					CauseWithoutMessage.of(ex));
		}
	}

	@Override
	public Set<String> actions() {
		return this.actions;
	}

	@Override
	public Mono<CardActionReply> handle(CardActionEvent event) {
		// A method that returns a Mono may block by mistake, which would delay other
		// clicks.
		return (this.reactive ? ApplicationCall.defer(() -> monoOf(event)).subscribeOn(this.scheduler)
				: ApplicationCall.call(() -> invoke(event), this.scheduler))
			.map(CardActionMethod::reply)
			.onErrorMap(RejectedExecutionException.class,
					(ex) -> new WorkRefusedException("the threads for handlers accept no work"));
	}

	private Mono<?> monoOf(CardActionEvent event) {
		return Objects.requireNonNull((Mono<?>) invoke(event), "The method must return a Mono, but returned null");
	}

	private @Nullable Object invoke(CardActionEvent event) {
		Object[] arguments = this.arguments.stream().map((argument) -> argument.apply(event)).toArray();
		try {
			return this.method.invoke(this.bean.get(), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ThrownError.of(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static CardActionReply reply(Object returned) {
		return (returned instanceof CardContent card) ? CardActionReply.card(card) : (CardActionReply) returned;
	}

	@Override
	public String toString() {
		return this.declared.getDeclaringClass().getName() + "." + this.declared.getName();
	}

}
