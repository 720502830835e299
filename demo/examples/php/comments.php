<?php
declare(strict_types=1);

/** Articles that take comments; a site asks its own database. */
const ARTICLES = ['ben-do'];

/** Says what became of a comment, in words that the page's answer-rules know. */
function answer(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: application/json; charset=utf-8');
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    echo json_encode($body);
    exit();
}

/** A field as the reader typed it; at most $max characters as readers count them. */
function field(string $name, int $max, bool $required): string
{
    $text = $_POST[$name] ?? '';
    $length = is_string($text) ? preg_match_all('/\X/u', $text) : false;
    // false: not UTF-8, or not a text at all.
    if ($length === false || $length > $max || strlen($text) > 16 * $max || str_contains($text, "\0")) {
        answer(422, ['error' => $name]);
    }
    if ($required && trim($text) === '') {
        answer(422, ['error' => $name]);
    }
    return $text;
}

/** Asks the helper about the code: null when it passed, else what to say. Right or wrong, the code is used up by this. */
function refuseCode(string $article): ?array
{
    $url = (getenv('CAPTCHA_INTERNAL_URL') ?: 'http://127.0.0.1:3001') . '/comments/challenge/verify';
    $attempt = [
        'token' => (string) ($_POST['code_token'] ?? ''),
        'answer' => (string) ($_POST['code_answer'] ?? ''),
        'article' => $article,
    ];
    $context = stream_context_create([
        'http' => [
            'method' => 'POST',
            'header' => [
                'Content-Type: application/json',
                'Authorization: Bearer ' . getenv('READER_COMMENTS_VERIFY_SECRET'),
            ],
            'content' => json_encode($attempt, JSON_INVALID_UTF8_SUBSTITUTE),
            'timeout' => 5,
        ],
    ]);
    // Anything but 200 gives false.
    $body = @file_get_contents($url, false, $context);
    $verdict = $body === false ? null : json_decode($body, true);
    if (!is_array($verdict) || !is_bool($verdict['passed'] ?? null)) {
        error_log('The security code cannot be checked: ' . $url);
        return ['error' => 'busy'];
    }
    if ($verdict['passed']) {
        return null;
    }
    return ['error' => ($verdict['reason'] ?? '') === 'wrong' ? 'code-wrong' : 'code-old'];
}

function openDatabase(): PDO
{
    $file = getenv('COMMENTS_FILE') ?: sys_get_temp_dir() . '/reader-comments-example.sqlite';
    $database = new PDO('sqlite:' . $file);
    $database->exec(
        "CREATE TABLE IF NOT EXISTS comments (
           id INTEGER PRIMARY KEY, request_id TEXT UNIQUE, article TEXT NOT NULL, name TEXT NOT NULL,
           address TEXT NOT NULL, email TEXT NOT NULL, content TEXT NOT NULL,
           status TEXT NOT NULL DEFAULT 'pending', created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)",
    );
    return $database;
}

function takeComment(): never
{
    $article = $_POST['article'] ?? '';
    if (!in_array($article, ARTICLES, true)) {
        answer(422, ['error' => 'article']);
    }
    $comment = [
        'article' => $article,
        'name' => field('name', 100, true),
        'address' => field('address', 200, false),
        'email' => field('email', 254, true),
        'content' => field('content', 2000, true),
        // Made by the form for each comment: one that is sent again after a lost answer is not stored twice.
        'request_id' => field('request_id', 64, false) ?: null,
    ];
    if (filter_var(trim($comment['email']), FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE) === false) {
        answer(422, ['error' => 'email']);
    }
    $database = openDatabase();
    $known = $database->prepare('SELECT 1 FROM comments WHERE request_id = ?');
    $known->execute([$comment['request_id']]);
    if ($known->fetchColumn() !== false) {
        answer(200, ['ok' => true]);
    }
    // Last, for the question uses the code up.
    $refusal = refuseCode($article);
    if ($refusal !== null) {
        answer($refusal['error'] === 'busy' ? 503 : 422, $refusal);
    }
    $insert = $database->prepare(
        'INSERT INTO comments (article, name, address, email, content, request_id)
         VALUES (:article, :name, :address, :email, :content, :request_id)',
    );
    $insert->execute($comment);
    answer(200, ['ok' => true]);
}

ini_set('display_errors', '0');
if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    header('Allow: POST');
    answer(405, ['error' => 'method']);
}
// A form can be sent by a page of any site; browsers say so.
if (($_SERVER['HTTP_SEC_FETCH_SITE'] ?? 'same-origin') !== 'same-origin') {
    answer(403, ['error' => 'origin']);
}
try {
    takeComment();
} catch (PDOException $error) {
    error_log($error->getMessage());
    answer(503, ['error' => 'busy']);
}
