using System.Net.Http.Headers;
using System.Net.Mail;
using Microsoft.Data.Sqlite;

var builder = WebApplication.CreateBuilder(args);
var configuration = builder.Configuration;
var verifySecret = configuration["READER_COMMENTS_VERIFY_SECRET"]
    ?? throw new InvalidOperationException("Set READER_COMMENTS_VERIFY_SECRET, the same as for \"npx reader-comments captcha\".");
var connectionString = $"Data Source={configuration["COMMENTS_FILE"] ?? "comments.sqlite"}";

builder.Services.AddHttpClient("captcha", client =>
{
    client.BaseAddress = new Uri(configuration["CAPTCHA_INTERNAL_URL"] ?? "http://127.0.0.1:3001");
    client.Timeout = TimeSpan.FromSeconds(5);
    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", verifySecret);
});

var app = builder.Build();

await using (var connection = new SqliteConnection(connectionString))
{
    await connection.OpenAsync();
    await using var command = connection.CreateCommand();
    command.CommandText = """
        CREATE TABLE IF NOT EXISTS comments (
          id INTEGER PRIMARY KEY, request_id TEXT UNIQUE, article TEXT NOT NULL, name TEXT NOT NULL,
          address TEXT NOT NULL, email TEXT NOT NULL, content TEXT NOT NULL,
          status TEXT NOT NULL DEFAULT 'pending', created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)
        """;
    await command.ExecuteNonQueryAsync();
}

// Articles that take comments; a site asks its own database.
HashSet<string> articles = ["ben-do"];

// The page, its field-names and its answer-rules are those of ../php/index.php.
app.MapPost("/comments", async (HttpRequest request, IHttpClientFactory clients, ILogger<Program> log) =>
{
    // A form can be sent by a page of any site; browsers say so.
    if (request.Headers["Sec-Fetch-Site"].FirstOrDefault("same-origin") != "same-origin") return Refuse(403, "origin");
    if (!request.HasFormContentType) return Refuse(415, "type");

    var form = await request.ReadFormAsync();
    string Field(string name) => form[name].ToString();

    var article = Field("article");
    if (!articles.Contains(article)) return Refuse(422, "article");
    foreach (var (name, max, required) in new[]
        { ("name", 100, true), ("address", 200, false), ("email", 254, true), ("content", 2000, true) })
    {
        if (!Fits(Field(name), max, required)) return Refuse(422, name);
    }
    if (!MailAddress.TryCreate(Field("email").Trim(), out _)) return Refuse(422, "email");
    var requestId = Field("request_id") is { Length: > 0 and <= 64 } id ? id : null;

    await using var connection = new SqliteConnection(connectionString);
    await connection.OpenAsync();
    // Made by the form for each comment: one that is sent again after a lost answer is not stored twice.
    if (requestId is not null)
    {
        await using var known = connection.CreateCommand();
        known.CommandText = "SELECT 1 FROM comments WHERE request_id = $request_id";
        known.Parameters.AddWithValue("$request_id", requestId);
        if (await known.ExecuteScalarAsync() is not null) return Results.Json(new { ok = true });
    }

    // Last, for the question uses the code up.
    var verdict = await VerifyAsync(clients, log, new(Field("code_token"), Field("code_answer"), article));
    if (verdict is null) return Refuse(503, "busy");
    if (!verdict.Passed) return Refuse(422, verdict.Reason == "wrong" ? "code-wrong" : "code-old");

    await using var insert = connection.CreateCommand();
    insert.CommandText = """
        INSERT INTO comments (article, name, address, email, content, request_id)
        VALUES ($article, $name, $address, $email, $content, $request_id)
        """;
    insert.Parameters.AddWithValue("$article", article);
    insert.Parameters.AddWithValue("$request_id", (object?)requestId ?? DBNull.Value);
    foreach (var name in new[] { "name", "address", "email", "content" })
    {
        insert.Parameters.AddWithValue("$" + name, Field(name));
    }
    await insert.ExecuteNonQueryAsync();
    return Results.Json(new { ok = true });
}).DisableAntiforgery();

app.Run();

static IResult Refuse(int status, string error) => Results.Json(new { error }, statusCode: status);

// Characters as readers count them.
static bool Fits(string text, int max, bool required) =>
    new System.Globalization.StringInfo(text).LengthInTextElements <= max
    && text.Length <= 16 * max
    && !text.Contains('\0')
    && !(required && string.IsNullOrWhiteSpace(text));

static async Task<Verdict?> VerifyAsync(IHttpClientFactory clients, ILogger log, Attempt attempt)
{
    try
    {
        using var response = await clients.CreateClient("captcha").PostAsJsonAsync("/comments/challenge/verify", attempt);
        if (response.IsSuccessStatusCode) return await response.Content.ReadFromJsonAsync<Verdict>();
        log.LogError("The security code cannot be checked: {Status}", response.StatusCode);
    }
    catch (Exception error) when (error is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
    {
        log.LogError(error, "The security code cannot be checked");
    }
    return null;
}

record Attempt(string Token, string Answer, string Article);
record Verdict(bool Passed, string? Reason);
