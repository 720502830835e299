<?php
declare(strict_types=1);

// Where "npx reader-comments captcha" is reached by readers.
$captcha = htmlspecialchars(getenv('CAPTCHA_URL') ?: 'http://127.0.0.1:3001');

// What the answers of comments.php mean for the form.
$rules = [
    ['json' => 'ok', 'means' => 'pending'],
    ['json' => 'error', 'is' => 'code-wrong', 'means' => 'challenge-wrong'],
    ['json' => 'error', 'is' => 'code-old', 'means' => 'challenge-expired'],
    ['json' => 'error', 'is' => 'name', 'means' => ['field' => 'name', 'code' => 'characters']],
    ['json' => 'error', 'is' => 'address', 'means' => ['field' => 'address', 'code' => 'characters']],
    ['json' => 'error', 'is' => 'email', 'means' => ['field' => 'email', 'code' => 'format']],
    ['json' => 'error', 'is' => 'content', 'means' => ['field' => 'content', 'code' => 'characters']],
    ['json' => 'error', 'is' => 'article', 'means' => 'article-refused'],
    ['json' => 'error', 'is' => 'busy', 'means' => 'unavailable'],
];

// PHP makes underscores of dots in names, so that these get names without.
$names = [
    'challenge.token' => 'code_token',
    'challenge.answer' => 'code_answer',
    'idempotency-key' => 'request_id',
    'page.url' => null,
    'page.title' => null,
];

$json = fn(array $value): string => htmlspecialchars(json_encode($value, JSON_THROW_ON_ERROR));
?>
<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Bến đò</title>
    <script type="module" src="<?= $captcha ?>/reader-comments.js"></script>
  </head>
  <body>
    <main>
      <h1>Bến đò</h1>
      <reader-comment-form
        endpoint="/comments.php"
        encoding="form"
        challenge-endpoint="<?= $captcha ?>/comments/challenge"
        article="ben-do"
        field-names="<?= $json($names) ?>"
        answer-rules="<?= $json($rules) ?>"
      >
        <p>Trình duyệt cần bật JavaScript để gửi ý kiến.</p>
      </reader-comment-form>
    </main>
  </body>
</html>
