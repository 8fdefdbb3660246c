package io.ephemeral.feishu.simulator.page;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.ChatView;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.ScreenCard;
import io.ephemeral.feishu.simulator.tenant.ScreenMessage;
import io.ephemeral.feishu.simulator.tenant.ScreenText;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.Toast;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.webjars.WebJarVersionLocator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Page that shows a chat as each of its members sees it, and the stream of events that
 * updates it.
 * <p>
 * The page has a fixed list of files. The path of a request never becomes a path on the
 * class path.
 */
public final class Page {

	static final String EVENTS_PATH = "/simulator/events";

	private static final String THIRD_PARTY = "io/ephemeral/feishu/simulator/third-party/";

	private static final List<String> STYLES = List.of("page", "card", "components");

	private static final List<String> SCRIPTS = List.of("buttons", "card", "chart", "colors", "containers", "dialogs",
			"display", "emoji", "field", "fields", "glyphs", "icons", "images", "interactions", "keys", "layout",
			"links", "markdown", "menu", "moments", "nodes", "page", "pager", "persons", "screens", "selects",
			"simulator", "table", "values", "view");

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	/** Several changes within this time make one event. */
	private static final Duration PACE = Duration.ofMillis(40);

	private final Tenant tenant;

	private final EventSender events;

	private final List<StaticFile> files;

	public Page(Tenant tenant, EventSender events) {
		this.tenant = tenant;
		this.events = events;
		this.files = files();
	}

	private static List<StaticFile> files() {
		List<StaticFile> files = new ArrayList<>();
		files.add(StaticFile.ofPage("/", StaticFile.HTML, "index.html"));
		STYLES.forEach((name) -> files.add(StaticFile.ofPage("/" + name + ".css", StaticFile.CSS, name + ".css")));
		SCRIPTS
			.forEach((name) -> files.add(StaticFile.ofPage("/" + name + ".js", StaticFile.JAVA_SCRIPT, name + ".js")));
		files.add(StaticFile.of("/webjars/marked.js", StaticFile.JAVA_SCRIPT, webjar("marked", "lib/marked.umd.js")));
		files.add(StaticFile.of("/third-party/purify.js", StaticFile.JAVA_SCRIPT, THIRD_PARTY + "purify.min.js"));
		files.add(StaticFile.of("/third-party/vchart.js", StaticFile.JAVA_SCRIPT, THIRD_PARTY + "vchart.min.js"));
		return List.copyOf(files);
	}

	private static String webjar(String name, String file) {
		String path = new WebJarVersionLocator().fullPath(name, file);
		if (path == null) {
			throw new IllegalStateException("The webjar " + name + " is missing; add org.webjars.npm:" + name);
		}
		return path;
	}

	public void addTo(HttpServerRoutes routes) {
		this.files.forEach((file) -> file.addTo(routes));
		routes.get(EVENTS_PATH, this::sendEvents);
	}

	private Publisher<Void> sendEvents(HttpServerRequest request, HttpServerResponse response) {
		String chatId = chatId(request.uri());
		return response.sse()
			.header(HttpHeaderNames.CACHE_CONTROL, "no-store")
			.header("X-Content-Type-Options", "nosniff")
			.send(events(chatId).map((event) -> ByteBufUtil.writeUtf8(response.alloc(), event)), (event) -> true);
	}

	/**
	 * Returns the id of the requested chat; absent without one, and empty if it cannot be
	 * read.
	 */
	private static @Nullable String chatId(String uri) {
		try {
			List<String> chats = new QueryStringDecoder(uri).parameters().getOrDefault("chat", List.of());
			return chats.isEmpty() ? null : chats.get(0);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/**
	 * Emits the whole state now and after every change, so that a client that missed an
	 * event needs only the next one.
	 */
	private Flux<String> events(@Nullable String chatId) {
		Flux<Tenant> changes = this.tenant.changes().sample(PACE).mergeWith(Mono.just(this.tenant));
		Flux<String> states = changes.onBackpressureLatest()
			.map((tenant) -> "data: " + Json.text(state(chatId)) + "\n\n");
		Flux<String> heartbeats = Flux.interval(HEARTBEAT).onBackpressureDrop().map((tick) -> ": heartbeat\n\n");
		return Flux.merge(states, heartbeats).startWith("retry: 1000\n\n");
	}

	private ObjectNode state(@Nullable String chatId) {
		ObjectNode state = JsonNodeFactory.instance.objectNode();
		ArrayNode chats = state.putArray("chats");
		for (Chat chat : this.tenant.chats()) {
			chats.addObject().put("id", chat.id()).put("name", chat.name());
			if (!state.has("chat") && (chatId == null || chatId.equals(chat.id()))) {
				state.set("chat", describe(this.tenant.view(chat)));
			}
		}
		return state;
	}

	private ObjectNode describe(ChatView view) {
		ObjectNode node = JsonNodeFactory.instance.objectNode()
			.put("id", view.chat().id())
			.put("name", view.chat().name())
			.put("mode", view.chat().mode().value())
			.put("bot", view.hasBot())
			.put("callbacks", this.events.hasCallbackReceiver());
		ArrayNode members = node.putArray("members");
		view.members().forEach((member) -> describe(member, members.addObject()));
		return node;
	}

	private static void describe(ChatView.MemberView member, ObjectNode screen) {
		Person person = member.person();
		screen.put("name", person.name())
			.put("openId", person.openId())
			.put("userId", person.userId())
			.put("email", person.email())
			.put("language", person.languageTag())
			.put("zone", zone(person))
			.put("online", person.isOnline());
		describeToasts(member.toasts(), screen);
		ArrayNode messages = screen.putArray("messages");
		member.messages().forEach((message) -> messages.add(describe(message, person)));
	}

	/**
	 * Returns the name or the offset of a person's time zone, as browsers know it.
	 */
	private static String zone(Person person) {
		ZoneId zone = person.zone().normalized();
		return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
	}

	/**
	 * Adds the latest toast, and the number of toasts so far, so that the page notices a
	 * new one.
	 */
	private static void describeToasts(List<Toast> toasts, ObjectNode screen) {
		screen.put("toastCount", toasts.size());
		if (!toasts.isEmpty()) {
			Toast latest = toasts.get(toasts.size() - 1);
			screen.putObject("toast").put("type", latest.type()).put("content", latest.content());
		}
	}

	private static ObjectNode describe(ScreenMessage message, Person viewer) {
		ObjectNode node = JsonNodeFactory.instance.objectNode().put("messageId", message.messageId());
		if (message instanceof ScreenCard card) {
			node.put("onlyYou", card.onlyYou()).set("card", card.drawn(viewer.language()));
		}
		else if (message instanceof ScreenText text) {
			node.put("sender", text.sender()).put("text", text.text());
		}
		return node;
	}

}
