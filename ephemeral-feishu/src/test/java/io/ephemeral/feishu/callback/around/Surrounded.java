package io.ephemeral.feishu.callback.around;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.callback.Clicks;
import io.ephemeral.feishu.callback.FormValidator;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.support.GenericApplicationContext;

/**
 * Handlers of some beans with the code around them.
 */
final class Surrounded {

	private final CallbackProcessor processor;

	private int clicks;

	Surrounded(FormValidator validator, List<CardActionInterceptor> interceptors, Object... beans) {
		GenericApplicationContext context = new GenericApplicationContext();
		Arrays.stream(beans)
			.forEach((bean) -> context.getBeanFactory().registerSingleton(bean.getClass().getName(), bean));
		context.refresh();
		CardActionMethods methods = new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(), validator,
				Locale.FRENCH);
		HandlerSurroundings surroundings = new HandlerSurroundings(methods, context, interceptors,
				Schedulers.immediate());
		this.processor = CallbackProcessor.builder()
			.handlers(new CardActionHandlers(methods.find()).around(surroundings::around))
			.scheduler(Schedulers.immediate())
			.build();
	}

	static Surrounded by(Object... beans) {
		return new Surrounded(FormValidator.none(), List.of(), beans);
	}

	static Surrounded intercepted(List<CardActionInterceptor> interceptors, Object... beans) {
		return new Surrounded(FormValidator.none(), interceptors, beans);
	}

	/** Returns the reply to a click on a button. */
	String click(String action) {
		return click((id) -> Clicks.button(id, action));
	}

	/** Returns the reply to a click that has an id. */
	String click(Function<String, String> click) {
		CallbackResponse response = this.processor
			.process(click.apply("evt-" + this.clicks++).getBytes(StandardCharsets.UTF_8), Schedulers.immediate())
			.block();
		response.afterwards().run();
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
